// Which documents are ordered and not yet issued: who ordered them, by when, and what they are to do
// Văn bản nào được giao xây dựng mà chưa ban hành: ai giao, hạn nào, để làm gì
MATCH (p:Document)
WHERE p.status = 'planned'
OPTIONAL MATCH (d:Document)-[:ORDERS]->(t:Task)-[:CONCERNS]->(p)
OPTIONAL MATCH (p)-[r:DEPENDS_ON]->(x)
WHERE r.planned = true
OPTIONAL MATCH (e:Document)-[:HAS_SOURCE]->(s:Source)
WHERE s.id = r.source
RETURN DISTINCT p.id AS planned, p.type AS type, p.title AS title, coalesce(d.id, e.id) AS document,
  coalesce(t.quote, r.quote) AS quote, t.due AS due, t.due_text AS due_text, r.relation AS relation, x.id AS target
ORDER BY planned, coalesce(document, ''), coalesce(due, '9999'), coalesce(quote, ''), coalesce(target, ''), coalesce(relation, '')
