// Which documents are amended, replaced, repealed, suspended or corrected, by what; what is only planned is marked
// Văn bản nào được sửa đổi, thay thế, bãi bỏ, đình chỉ, đính chính, bởi văn bản nào; việc mới dự kiến được đánh dấu
MATCH (d)-[r:DEPENDS_ON]->(x)
WHERE r.family = 'change'
RETURN DISTINCT x.id AS document, r.relation AS relation, r.planned AS planned, d.id AS by, d.date AS date, r.quote AS quote
ORDER BY document, coalesce(date, '9999'), by, relation, planned
