// Which directive implements which resolution, directly or through others, planned ones left out
// Chỉ thị nào thực hiện nghị quyết nào, trực tiếp hoặc qua văn bản khác, không kể văn bản sẽ ban hành
// param: kind - the kind of the document that implements; empty for all - default 'directive'
// param: of - the kind of the document that is implemented; empty for all - default 'resolution'
MATCH p = (d:Document)-[:DEPENDS_ON*1.. {family: 'implementation', planned: false}]->(r:Document)
WHERE ($kind = '' OR d.type = $kind) AND ($of = '' OR r.type = $of) AND d.id <> r.id
RETURN d.id AS document, r.id AS implements, d.title AS title, r.title AS implements_title, min(length(p)) = 1 AS direct
ORDER BY document, implements
