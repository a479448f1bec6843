// Which document implements which: every link of the chain that begins at each document, planned ones left out
// Văn bản nào thực hiện văn bản nào: mọi mắt xích của chuỗi bắt đầu từ từng văn bản, không kể văn bản sẽ ban hành
// param: kind - the kind of document the chains begin at, as directive or programme; empty for all - default ''
MATCH (d:Document)-[:DEPENDS_ON*0.. {family: 'implementation', planned: false}]->(s)
WHERE $kind = '' OR d.type = $kind
MATCH (s)-[r:DEPENDS_ON]->(t)
WHERE r.family = 'implementation' AND r.planned = false
RETURN DISTINCT d.id AS document, s.id AS source, r.relation AS relation, t.id AS target, r.quote AS quote
ORDER BY document, source, target, relation, quote
