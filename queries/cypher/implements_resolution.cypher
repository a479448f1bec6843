// What implements a document, directly or through others, planned ones left out
// Văn bản nào thực hiện một văn bản, trực tiếp hoặc qua văn bản khác, không kể văn bản sẽ ban hành
// param: document - id, number or alias of the document (several of one number are all listed) - required
MATCH (x:Document)
WHERE x.id = $document OR toLower(x.number) = toLower($document) OR $document IN x.aliases
MATCH p = (d:Document)-[:DEPENDS_ON*1.. {family: 'implementation', planned: false}]->(x)
WHERE d.id <> x.id
RETURN x.id AS document, d.id AS implementer, d.type AS type, d.number AS number, d.date AS date, d.title AS title,
  d.status AS status, min(length(p)) = 1 AS direct
ORDER BY document, implementer
