// Awkward & <small> "graph", written by dossier test
// Adds and updates; what the base no longer has stays in the database.
CREATE CONSTRAINT dossier_Entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dossier_Source IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dossier_IdentityDecision IF NOT EXISTS FOR (n:IdentityDecision) REQUIRE n.id IS UNIQUE;
UNWIND [
{`id`: 'bbc', `title`: 'News', `url`: 'https://news.example/1?a=1&b=2', `file`: 'sources/bbc.yaml', `line`: 1},
{`id`: 'lwj', `title`: 'Journal', `reliability`: 'B', `file`: 'sources/lwj.yaml', `line`: 1}
] AS row
MERGE (n:Source {id: row.id})
SET n = row;
UNWIND [
{`id`: 'different--ada--bob', `verdict`: 'different', `entities`: ['ada', 'bob'], `reason`: 'They met.'}
] AS row
MERGE (n:IdentityDecision {id: row.id})
SET n = row;
UNWIND [
{`id`: 'ada', `name`: 'Ada "the <first>" & \'only\'', `type`: 'person', `unnamed`: false, `file`: 'persons/file.yaml', `line`: 1, `summary`: 'First line.\nSecond line.\r\n  Third; ]]> & done.', `x`: 8.69, `y`: 130.49, `size`: 10.22, `color`: '#c2410c', `types`: ['person', 'thing'], `aliases`: ['A, B', 'with "quotes"', 'back\\slash', 'tab\there', '["bracket"]', 'it\'s'], `rank`: 'colonel', `label`: 'not the label', `weight`: 81.5, `aliases_2`: ['2', 'three'], `claims`: ['{"attribute":"rank","value":"colonel","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7,"when":"2009","start":"2009-01-01","end":"2009-12-31"}', '{"attribute":"label","value":"not the label","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"weight","value":81.5,"citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"aliases","value":2,"citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"aliases","value":"three","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}']},
{`id`: 'bob', `name`: '', `type`: 'person', `unnamed`: false, `file`: 'persons/file.yaml', `line`: 1, `x`: -121.24, `y`: 76.52, `size`: 8.92, `color`: '#c2410c', `types`: ['person', 'thing'], `constructor`: ['self', 'made'], `rank`: 'major', `weight`: 70, `claims`: ['{"attribute":"constructor","value":"self","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"constructor","value":"made","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"rank","value":"major","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}', '{"attribute":"weight","value":70,"citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}']},
{`id`: 'control', `name`: 'bell\u0007 null\u0000 escape\u001b delete\u007f next\u0085 end\uffff', `type`: 'person', `unnamed`: false, `file`: 'persons/file.yaml', `line`: 1, `x`: 0, `y`: -169.06, `size`: 4, `color`: '#c2410c', `types`: ['person', 'thing']},
{`id`: 'emoji', `name`: '😀 é 􏿿 \u2028 \ufeff', `type`: 'person', `unnamed`: false, `file`: 'persons/file.yaml', `line`: 1, `x`: 115.3, `y`: -79.06, `size`: 6.2, `color`: '#c2410c', `types`: ['person', 'thing'], `aliases`: ['👩‍👩‍👧', 'ﷺ']},
{`id`: 'lone', `name`: 'high � low � reversed ��', `type`: 'person', `unnamed`: false, `file`: 'persons/file.yaml', `line`: 1, `x`: -115.3, `y`: -79.06, `size`: 6.2, `color`: '#c2410c', `types`: ['person', 'thing']},
{`id`: 'unknown', `name`: 'Unnamed commander', `type`: 'person', `unnamed`: true, `file`: 'persons/file.yaml', `line`: 1, `count`: 2, `x`: -189.74, `y`: 10.94, `size`: 6.2, `color`: '#c2410c', `types`: ['person', 'thing']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row, n:`Person`:`Thing`;
UNWIND [
{`id`: 'imu', `name`: 'حركة أوزبكستان ‏(IMU)‎', `type`: 'group', `unnamed`: false, `file`: 'groups/file.yaml', `line`: 1, `x`: -68.75, `y`: 169.06, `size`: 8.92, `color`: '#1d4ed8', `types`: ['group', 'thing'], `Rank`: true, `claims`: ['{"attribute":"Rank","value":true,"citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7}']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row, n:`Group`:`Thing`;
UNWIND [
{`id`: 'raid', `name`: 'Raid', `type`: 'raid', `unnamed`: false, `file`: 'raids/file.yaml', `line`: 1, `when`: '2012-03-26', `x`: 118.06, `y`: 101.38, `size`: 4.62, `color`: '#a21caf', `types`: ['raid', 'thing'], `start`: date('2012-03-26'), `end`: date('2012-03-26'), `killedCount`: 20, `claims`: ['{"attribute":"when","value":"2012-03-26","citations":[],"saidBy":[],"rivals":[],"file":"people/file.yaml","line":7,"when":"2012-03-26","start":"2012-03-26","end":"2012-03-26"}', '{"attribute":"killed-count","value":20,"citations":[{"source":"lwj","at":"p13"}],"saidBy":[],"rivals":[{"value":25,"citations":[{"source":"bbc","at":"p3"}],"confidence":"possible","saidBy":[]},{"denied":true,"citations":[],"saidBy":["imu"]}],"file":"people/file.yaml","line":7}']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row, n:`Raid`:`Thing`;
UNWIND [
{`id`: 'town', `name`: 'Town', `type`: 'place', `unnamed`: false, `file`: 'places/file.yaml', `line`: 1, `x`: 189.74, `y`: 42.18, `size`: 4.03, `color`: '#64748b', `types`: ['place', 'thing']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row, n:`Place`:`Thing`;
UNWIND [
{source: 'ada', target: 'bob', properties: {`key`: 'ada--knows--bob', `relation`: 'knows', `kind`: 'social', `label`: 'knows', `symmetric`: true, `file`: 'people/file.yaml', `line`: 7}},
{source: 'bob', target: 'unknown', properties: {`key`: 'bob--knows--unknown', `relation`: 'knows', `kind`: 'social', `label`: 'knows', `symmetric`: true, `file`: 'people/file.yaml', `line`: 7, `when`: '../2004', `end`: date('2004-12-31')}},
{source: 'emoji', target: 'lone', properties: {`key`: 'emoji--knows--lone', `relation`: 'knows', `kind`: 'social', `label`: 'knows', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '-0043', `start`: date('-0043-01-01'), `end`: date('-0043-12-31')}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:`KNOWS` {key: row.properties.key}]->(target)
SET r = row.properties;
UNWIND [
{source: 'ada', target: 'imu', properties: {`key`: 'ada--leads--imu', `relation`: 'leads', `kind`: 'affiliation', `label`: 'leads', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2001/2003', `role`: 'deputy "chief"', `start`: date('2001-01-01'), `end`: date('2003-12-31')}},
{source: 'ada', target: 'imu', properties: {`key`: 'ada--leads--imu--2', `relation`: 'leads', `kind`: 'affiliation', `label`: 'leads', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2003-06/2005', `role`: 'chief', `start`: date('2003-06-01'), `end`: date('2005-12-31')}},
{source: 'ada', target: 'imu', properties: {`key`: 'ada--leads--imu--3', `relation`: 'leads', `kind`: 'affiliation', `label`: 'leads', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2010/..', `start`: date('2010-01-01')}},
{source: 'bob', target: 'imu', properties: {`key`: 'bob--leads--imu', `relation`: 'leads', `kind`: 'affiliation', `label`: 'leads', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2006', `start`: date('2006-01-01'), `end`: date('2006-12-31')}},
{source: 'bob', target: 'imu', properties: {`key`: 'bob--leads--imu--2', `relation`: 'leads', `kind`: 'affiliation', `label`: 'leads', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `confidence`: 'doubtful', `saidBy`: ['ada', 'imu']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:`LEADS` {key: row.properties.key}]->(target)
SET r = row.properties;
UNWIND [
{source: 'ada', target: 'bob', properties: {`key`: 'ada--praises--bob', `relation`: 'praises', `kind`: 'social', `label`: 'praises', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7}},
{source: 'ada', target: 'ada', properties: {`key`: 'ada--praises--ada', `relation`: 'praises', `kind`: 'social', `label`: 'praises', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `note`: 'To herself,\nin "public" ]]> & often'}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:`PRAISES` {key: row.properties.key}]->(target)
SET r = row.properties;
UNWIND [
{source: 'raid', target: 'town', properties: {`key`: 'raid--in--town', `relation`: 'in', `kind`: 'location', `label`: 'in', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2012-03-26', `inferred`: 'The report names it next to the raid �.', `start`: date('2012-03-26'), `end`: date('2012-03-26')}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:`IN` {key: row.properties.key}]->(target)
SET r = row.properties;
UNWIND [
{source: 'raid', target: 'ada', properties: {`key`: 'raid--killed--ada', `relation`: 'killed', `kind`: 'operation', `label`: 'killed', `symmetric`: false, `file`: 'people/file.yaml', `line`: 7, `when`: '2012-03-26', `confidence`: 'probable', `start`: date('2012-03-26'), `end`: date('2012-03-26'), `citations`: ['lwj#p2', 'bbc'], `sources`: ['lwj', 'bbc'], `quotes`: ['was "killed" <yesterday>', ''], `rivals`: ['{"target":"bob","citations":[{"source":"bbc","at":"p3"}],"saidBy":["imu"],"note":"by radio"}', '{"when":"2012-03-27","start":"2012-03-27","end":"2012-03-27","citations":[],"saidBy":[]}']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:`KILLED` {key: row.properties.key}]->(target)
SET r = row.properties;
