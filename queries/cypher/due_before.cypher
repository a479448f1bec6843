// What is due before a day, with its doers, done or not
// Việc nào đến hạn trước một ngày, giao cho ai, kể cả việc đã xong
// param: date - the day, as 2023-12-01 - required
MATCH (d:Document)-[:ORDERS]->(t:Task)
WHERE t.due < $date
OPTIONAL MATCH (t)-[r:ASSIGNED_TO]->(b)
RETURN DISTINCT t.due AS due, t.due_text AS due_text, b.name AS body, r.role AS role, t.quote AS quote, t.state AS state,
  d.id AS document, t.id AS task
ORDER BY due, document, task, coalesce(body, ''), coalesce(role, '')
