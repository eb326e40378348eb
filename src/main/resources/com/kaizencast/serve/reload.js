// Loads the page again when the show has been built again, or shows what went wrong with that.
(async () => {
  let known = '';
  let first = true;
  const board = document.createElement('pre');
  board.setAttribute('role', 'alert');
  board.hidden = true;
  Object.assign(board.style, {
    position: 'fixed', inset: 'auto 0 0 0', zIndex: 2147483647, margin: 0, padding: '1em',
    maxHeight: '50vh', overflow: 'auto', whiteSpace: 'pre-wrap', font: '14px/1.5 monospace',
    background: '#7f1d1d', color: '#fff',
  });
  for (;;) {
    try {
      const answer = await fetch('/-/build?' + known, { cache: 'no-store' });
      if (!answer.ok) throw new Error(answer.statusText);
      const text = await answer.text();
      const build = text.slice(0, text.indexOf('\n'));
      const problems = text.slice(build.length + 1);
      if (!first && build !== known && !problems) return location.reload();
      board.textContent = problems;
      board.hidden = !problems;
      if (problems) document.body.append(board);
      first = false;
      known = build;
    } catch {
      // The server is away: perhaps it comes back.
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
})();
