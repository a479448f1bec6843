// What a document cites, and how often
// Một văn bản dẫn chiếu những văn bản nào, bao nhiêu lần
// param: document - id, number or alias of the document (several of one number are all listed) - required
MATCH (d:Document)
WHERE d.id = $document OR toLower(d.number) = toLower($document) OR $document IN d.aliases
MATCH (d)-[c:CITES]->(x)
RETURN DISTINCT d.id AS document, x.id AS cited, x.type AS type, x.number AS number, x.date AS date, x.title AS title,
  x.status AS status, coalesce(c.count, 1) AS count, c.quote AS quote
ORDER BY document, cited, coalesce(quote, '')
