// Which central resolutions and directives no loaded document of a locality implements
// Nghị quyết, chỉ thị nào của Trung ương chưa có văn bản nào của địa phương đã nạp thực hiện
MATCH (d:Document)-[:DEPENDS_ON*1.. {family: 'implementation', planned: false}]->(i:Document)
WHERE d.status = 'loaded' AND d.level <> 'central'
WITH collect(DISTINCT i.id) AS implemented
MATCH (x:Document)
WHERE x.level = 'central' AND x.type IN ['resolution', 'directive'] AND x.status <> 'planned' AND NOT x.id IN implemented
OPTIONAL MATCH (c:Document)-[:CITES]->(x)
RETURN x.id AS document, x.number AS number, x.date AS date, x.title AS title, count(DISTINCT c.id) AS citing
ORDER BY citing DESC, document
