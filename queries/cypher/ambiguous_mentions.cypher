// Which mentions may be several documents, and which ones
// Chỗ nhắc nào có thể chỉ nhiều văn bản, và đó là những văn bản nào
MATCH (d:Document)-[r:MENTIONS]->(m:Mention)
WHERE m.status = 'ambiguous'
OPTIONAL MATCH (m)-[:MAY_REFER_TO]->(x:Document)
RETURN DISTINCT d.id AS document, r.quote AS quote, m.type AS type, m.number AS number, m.date AS date, x.id AS candidate,
  x.title AS title, m.id AS mention
ORDER BY document, mention, coalesce(candidate, '')
