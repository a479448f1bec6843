// The diagram of a document as vbpl.vn draws it: the other documents, each under the heading and number that it has there
// Lược đồ của một văn bản theo cách của vbpl.vn: các văn bản khác, mỗi văn bản dưới đề mục và mã số ở đó
// param: document - id, number or alias of the document (several of one number are all listed) - required
UNWIND [
  {relation: 'REPEALS', code: 1, said: '', unsaid: '', active: 'Văn bản bị bãi bỏ', passive: 'Văn bản bãi bỏ'},
  {relation: 'BASED_ON', code: 3, said: '', unsaid: '', active: 'Căn cứ ban hành', passive: 'Văn bản áp dụng'},
  {relation: 'CITES', code: 4, said: '', unsaid: '', active: 'Văn bản được dẫn chiếu', passive: 'Văn bản dẫn chiếu'},
  {relation: 'SUSPENDS', code: 5, said: 'đình chỉ', unsaid: '', active: 'Văn bản bị đình chỉ thi hành', passive: 'Văn bản đình chỉ thi hành'},
  {relation: 'SUSPENDS', code: 11, said: '', unsaid: 'đình chỉ', active: 'Văn bản bị tạm ngưng hiệu lực', passive: 'Văn bản tạm ngưng hiệu lực'},
  {relation: 'CORRECTS', code: 6, said: '', unsaid: '', active: 'Văn bản được đính chính', passive: 'Văn bản đính chính'},
  {relation: 'CONSOLIDATES', code: 7, said: '', unsaid: '', active: 'Văn bản được hợp nhất', passive: 'Văn bản hợp nhất'},
  {relation: 'GUIDES', code: 8, said: 'áp dụng', unsaid: '', active: 'Văn bản được hướng dẫn áp dụng', passive: 'Văn bản hướng dẫn áp dụng'},
  {relation: 'GUIDES', code: 9, said: '', unsaid: 'áp dụng', active: 'Văn bản được quy định chi tiết, hướng dẫn thi hành', passive: 'Văn bản quy định chi tiết, hướng dẫn thi hành'},
  {relation: 'AMENDS', code: 10, said: '', unsaid: '', active: 'Văn bản được sửa đổi bổ sung', passive: 'Văn bản sửa đổi bổ sung'},
  {relation: 'REPLACES', code: 12, said: '', unsaid: '', active: 'Văn bản được thay thế', passive: 'Văn bản thay thế'}
] AS kind
MATCH (x:Document)
WHERE x.id = $document OR toLower(x.number) = toLower($document) OR $document IN x.aliases
MATCH (x)-[r:DEPENDS_ON|CITES]-(o:Document)
WHERE coalesce(r.relation, 'CITES') = kind.relation AND coalesce(r.planned, false) = false
  AND (kind.said = '' OR toLower(r.quote) CONTAINS kind.said)
  AND (kind.unsaid = '' OR NOT toLower(r.quote) CONTAINS kind.unsaid)
WITH kind, x, r, o, startNode(r).id = x.id AS acts
OPTIONAL MATCH (x)-[d:DEPENDS_ON]-(o)
WHERE d.planned = false AND (startNode(d).id = x.id) = acts
WITH kind, x, r, o, acts, count(d) AS stated
WHERE kind.relation <> 'CITES' OR stated = 0
RETURN DISTINCT x.id AS document, CASE WHEN acts THEN kind.active ELSE kind.passive END AS heading, kind.code AS code, o.id AS other,
  o.number AS number, o.title AS title, o.date AS date, r.quote AS quote
ORDER BY document, code, heading, other, coalesce(quote, '')
