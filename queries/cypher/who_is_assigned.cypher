// Who must do what by when; with a body, also what it must do as a member of a class of bodies (through)
// Ai phải làm gì, hạn đến khi nào; với một cơ quan, cả việc giao cho nhóm cơ quan mà nó thuộc về (through)
// param: body - name or id of a body or a person; empty for all - default ''
MATCH (d:Document)-[:ORDERS]->(t:Task)-[r:ASSIGNED_TO]->(b)
MATCH (b)<-[:MEMBER_OF*0..1]-(m)
WHERE ($body = '' AND m.id = b.id) OR toLower(m.name) = toLower($body) OR m.id = $body
RETURN DISTINCT m.name AS body, r.role AS role, r.mode AS mode, t.quote AS quote, t.due AS due, t.due_text AS due_text,
  t.state AS state, CASE WHEN m.id = b.id THEN null ELSE b.name END AS through, d.id AS document, t.id AS task, m.id AS body_id
ORDER BY coalesce(due, '9999'), document, task, body_id, coalesce(role, ''), coalesce(through, '')
