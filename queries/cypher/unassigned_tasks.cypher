// Which tasks no one is named for
// Nhiệm vụ nào không nêu cơ quan hay người thực hiện
MATCH (d:Document)-[:ORDERS]->(t:Task)
WHERE NOT (t)-[:ASSIGNED_TO]->()
RETURN DISTINCT d.id AS document, t.id AS task, t.quote AS quote, t.due AS due, t.due_text AS due_text
ORDER BY document, task
