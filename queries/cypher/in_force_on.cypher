// Which documents are in force on a day, and the clause that says so; what ended on a day that no text tells is left out
// Văn bản nào có hiệu lực vào một ngày, kèm câu nói rõ điều đó; đã hết hiệu lực mà không rõ từ ngày nào thì không nêu
// param: date - the day, as 2023-12-01 - required
MATCH (d:Document)
WHERE d.in_force_from <= $date AND (d.in_force_to >= $date OR (d.in_force_to IS NULL AND d.ended_by IS NULL))
OPTIONAL MATCH (s:Document)-[r:DEPENDS_ON]->(d)
WHERE r.relation = 'SUSPENDS' AND r.planned = false AND r.pinpoints IS NULL AND s.in_force_from <= $date
RETURN DISTINCT d.id AS document, d.type AS type, d.number AS number, d.title AS title, d.in_force_from AS in_force_from,
  d.in_force_to AS in_force_to, d.ended_by AS ended_by, s.id AS suspended_by, d.event_quotes[0] AS why
ORDER BY in_force_from, document, coalesce(suspended_by, '')
