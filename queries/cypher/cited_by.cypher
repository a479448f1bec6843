// What cites a document, and how often
// Một văn bản được những văn bản nào dẫn chiếu, bao nhiêu lần
// param: document - id, number or alias of the document (several of one number are all listed) - required
MATCH (x:Document)
WHERE x.id = $document OR toLower(x.number) = toLower($document) OR $document IN x.aliases
MATCH (d)-[c:CITES]->(x)
RETURN DISTINCT x.id AS document, d.id AS citing, d.type AS type, d.number AS number, d.date AS date, d.title AS title,
  d.status AS status, coalesce(c.count, 1) AS count, c.quote AS quote
ORDER BY document, citing, coalesce(quote, '')
