// Which documents are to implement which, once they are issued
// Văn bản nào sẽ thực hiện văn bản nào, khi được ban hành
MATCH (d)-[r:DEPENDS_ON]->(x)
WHERE r.family = 'implementation' AND r.planned = true
RETURN DISTINCT d.id AS document, r.relation AS relation, x.id AS target, d.title AS title, r.quote AS quote
ORDER BY document, target, relation, quote
