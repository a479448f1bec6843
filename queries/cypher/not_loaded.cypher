// Which cited documents are not loaded, those that most documents cite first
// Văn bản nào được dẫn chiếu mà chưa nạp, xếp theo số văn bản dẫn chiếu
MATCH (d:Document)-[c:CITES]->(x:Document)
WHERE x.status = 'cited'
RETURN x.id AS document, x.type AS type, x.number AS number, x.date AS date, x.title AS title,
  count(DISTINCT d.id) AS citing, sum(coalesce(c.count, 1)) AS mentions
ORDER BY citing DESC, mentions DESC, document
