// The same work on every machine: objects, strings and sorting, as in our tests.
for (let round = 0; round < 48; round++) {
  const rows = Array.from({ length: 2_000 }, (_, at) => ({ id: (at * 7919 + round) % 2_003, name: `row ${at}` }));
  const sorted = JSON.parse(JSON.stringify(rows)).toSorted((a, b) => a.id - b.id);
  if (new Map(sorted.map(({ id, name }) => [name, id])).size !== rows.length) throw new Error('a row was lost');
}
