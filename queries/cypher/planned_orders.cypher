// What is ordered and not yet issued: which document, ordered by whom, by when, and what it is to do
// Văn bản nào được giao xây dựng mà chưa ban hành: ai giao, hạn nào, để làm gì
MATCH (p:Document)
OPTIONAL MATCH (p)-[r:DEPENDS_ON]->(x)
WHERE r.planned = true
WITH p, r, x
WHERE p.status = 'planned' OR r IS NOT NULL
OPTIONAL MATCH (d:Document)-[:ORDERS]->(t:Task)-[:CONCERNS]->(p)
WHERE p.status = 'planned'
OPTIONAL MATCH (e:Document)-[:HAS_SOURCE]->(s:Source)
WHERE s.id = r.source
RETURN DISTINCT coalesce(d.id, e.id) AS document, CASE WHEN p.status = 'planned' THEN p.id ELSE null END AS planned,
  CASE WHEN p.status = 'planned' THEN p.title ELSE null END AS title, r.relation AS relation, x.id AS target,
  t.due AS due, t.due_text AS due_text, coalesce(t.quote, r.quote) AS quote
ORDER BY coalesce(document, ''), coalesce(planned, ''), coalesce(target, ''), coalesce(relation, ''),
  coalesce(due, '9999'), coalesce(quote, '')
