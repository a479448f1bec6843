// What happened to a document, in order: what implements, amends, replaces, repeals or reviews it; what is only planned is marked
// Diễn biến của một văn bản theo thời gian: được thực hiện, sửa đổi, thay thế, bãi bỏ, tổng kết; việc mới dự kiến được đánh dấu
// param: document - id, number or alias of the document (several of one number are all listed) - required
MATCH (x:Document)
WHERE x.id = $document OR toLower(x.number) = toLower($document) OR $document IN x.aliases
MATCH (d)-[r:DEPENDS_ON]->(x)
WHERE r.family <> 'basis'
RETURN DISTINCT x.id AS document, x.date AS issued, d.date AS date, r.relation AS relation, r.planned AS planned, d.id AS by,
  d.number AS number, d.title AS title, r.quote AS quote
ORDER BY document, coalesce(date, '9999'), by, relation, planned
