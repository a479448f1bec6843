// What is overdue on a day: its last day has passed and it is not done
// Việc nào quá hạn vào một ngày: đã qua hạn mà chưa xong
// param: date - the day, as 2023-12-01 - required
MATCH (d:Document)-[:ORDERS]->(t:Task)
WHERE t.due < $date AND coalesce(t.state, 'open') = 'open'
OPTIONAL MATCH (t)-[r:ASSIGNED_TO]->(b)
RETURN DISTINCT t.due AS due, t.due_text AS due_text, b.name AS body, r.role AS role, t.quote AS quote, t.state AS state,
  d.id AS document, t.id AS task
ORDER BY due, document, task, coalesce(body, ''), coalesce(role, '')
