'use strict';
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  document.documentElement.classList.add('js');

  /* What is remembered stays on the listener's machine; without storage nothing is. */
  const memory = {
    get(key) {
      try { return localStorage.getItem('kaizencast ' + key); } catch { return null; }
    },
    set(key, value) {
      try { localStorage.setItem('kaizencast ' + key, value); } catch { /* not allowed */ }
    },
  };

  async function copy(text, field) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      if (!field) return false;
      field.select();
      return document.execCommand('copy');
    }
  }

  for (const button of all('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.textContent = (await copy(field.value, field)) ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }

  /* ---- search ---- */

  const search = one('#search');
  if (search) startSearch();

  function startSearch() {
    const list = one('.list');
    const rows = [...list.children];
    const found = one('#found');
    const pages = one('.pages');
    const row = rows[0];
    search.form.hidden = false;
    search.form.addEventListener('submit', (event) => event.preventDefault());
    let episodes;

    const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

    /* All episodes; where they can't be had, those of this page. */
    function load() {
      episodes ??= fetch('search.json')
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
        .then((entries) => entries.map(([href, title, summary, line]) => ({
          text: folded(title + ' ' + summary),
          element: () => entry(href, title, summary, line),
        })))
        .catch(() => rows.map((element) => ({ text: folded(element.textContent), element: () => element })));
      return episodes;
    }

    function entry(href, title, summary, line) {
      const item = row.cloneNode(true);
      const link = one('a', item);
      link.href = href;
      link.textContent = title;
      link.removeAttribute('lang');
      one('.meta', item).textContent = line;
      one('p:not(.meta)', item)?.remove();
      if (summary) {
        const about = document.createElement('p');
        about.dir = 'auto';
        about.textContent = summary;
        item.append(about);
      }
      return item;
    }

    async function show() {
      const words = folded(search.value).split(/\s+/).filter(Boolean);
      const searching = words.length > 0;
      const hits = searching
        ? (await load()).filter(({ text }) => words.every((word) => text.includes(word)))
        : [];
      if (searching !== folded(search.value).trim().length > 0) return;
      list.replaceChildren(...(searching ? hits.map(({ element }) => element()) : rows));
      found.textContent = !searching ? '' : hits.length === 1 ? '1 episode found' : (hits.length || 'No') + ' episodes found';
      if (pages) pages.hidden = searching;
    }

    search.addEventListener('focus', load, { once: true });
    search.addEventListener('input', show);
    if (search.value) show();
  }

  /* ---- player ---- */

  const player = one('.player');
  if (player) startPlayer();

  function startPlayer() {
    const audio = one('audio', player);
    const controls = one('.controls', player);
    const play = one('#play');
    const seekBar = one('#seek');
    const now = one('#now');
    const soFar = one('#sofar rect');
    const speed = one('#speed');
    const follow = one('#follow');
    const said = one('#said');
    const total = Number(player.dataset.seconds);
    const chapters = all('.chapters a[data-t]');
    const starts = chapters.map((link) => Number(link.dataset.t));
    const key = 'at ' + location.pathname.split('/').pop();
    const calm = matchMedia('(prefers-reduced-motion: reduce)');

    audio.controls = false;
    audio.hidden = true;
    controls.hidden = false;
    one('.keys').hidden = false;

    /* Links into the audio file become links into this page. */
    for (const link of all('a[data-t]')) link.href = '#t=' + link.dataset.t;

    const clock = (seconds) => {
      const whole = Math.floor(seconds);
      const pad = (number) => String(number).padStart(2, '0');
      const minutes = Math.floor(whole / 60);
      return minutes < 60
        ? minutes + ':' + pad(whole % 60)
        : Math.floor(minutes / 60) + ':' + pad(minutes % 60) + ':' + pad(whole % 60);
    };

    /* #t=95, #t=1:35, #t=1:02:03, #t=95.5; of a stretch the beginning. Media Fragments URI 1.0. */
    function moment() {
      const match = /^#(?:.*&)?t=(?:npt:)?(\d+(?::\d+){0,2}(?:\.\d+)?)/.exec(location.hash);
      return match ? match[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : null;
    }

    function seek(seconds) {
      audio.currentTime = clamp(seconds, 0, Math.max(0, (audio.duration || total) - 0.05));
      draw();
    }

    function start() {
      audio.play().catch(() => { said.textContent = 'The audio can’t be played.'; });
    }

    const toggle = () => (audio.paused ? start() : audio.pause());

    /* ---- the transcript follows the voice ---- */

    const paragraphs = all('#transcript [data-w]').map((element) => {
      let sum = 0;
      const times = element.dataset.w.split(' ').map((step) => (sum += Number(step)) / 100);
      return { element, times, spans: null };
    });
    const begins = paragraphs.map(({ times }) => times[0]);
    let current = null;

    /* The last of the ascending numbers that is not greater; −1 if all are. */
    function lastNotAfter(numbers, value) {
      let low = 0;
      let high = numbers.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (numbers[middle] <= value) low = middle + 1; else high = middle;
      }
      return low - 1;
    }

    /* A span for each word; what begins at one time is one. */
    function split(paragraph) {
      if (paragraph.spans) return;
      paragraph.spans = [];
      const times = [];
      const nodes = [];
      paragraph.element.textContent.split(' ').forEach((text, i) => {
        const time = paragraph.times[i];
        if (i > 0 && time === paragraph.times[i - 1]) {
          paragraph.spans.at(-1).append(' ' + text);
          return;
        }
        const span = document.createElement('span');
        span.className = 'word';
        span.dataset.t = time;
        span.textContent = text;
        if (i > 0) nodes.push(' ');
        nodes.push(span);
        times.push(time);
        paragraph.spans.push(span);
      });
      paragraph.times = times;
      paragraph.element.replaceChildren(...nodes);
    }

    const nearby = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          nearby.unobserve(target);
          split(paragraphs.find(({ element }) => element === target));
        }
      }
    }, { rootMargin: '400px' });
    paragraphs.forEach(({ element }) => nearby.observe(element));

    function mark(time) {
      const paragraph = paragraphs[lastNotAfter(begins, time)];
      let span = null;
      if (paragraph) {
        split(paragraph);
        span = paragraph.spans[lastNotAfter(paragraph.times, time)];
      }
      if (span === current) return;
      current?.removeAttribute('aria-current');
      current?.closest('.spoken').classList.remove('now');
      current = span;
      current?.setAttribute('aria-current', 'true');
      current?.closest('.spoken').classList.add('now');
      if (current && following()) reveal(current);
    }

    const following = () => follow?.getAttribute('aria-pressed') === 'true';

    function setFollow(on) {
      follow?.setAttribute('aria-pressed', String(on));
      if (on && current) reveal(current);
    }

    function reveal(element) {
      const box = element.getBoundingClientRect();
      const top = player.offsetHeight;
      if (box.top < top + 24 || box.bottom > innerHeight - 48) {
        scrollBy({ top: box.top - top - (innerHeight - top) / 3, behavior: calm.matches ? 'auto' : 'smooth' });
      }
    }

    for (const moved of ['wheel', 'touchmove']) {
      addEventListener(moved, () => { if (following()) setFollow(false); }, { passive: true });
    }

    /* ---- drawing ---- */

    let chapter = -1;

    function draw() {
      const time = audio.currentTime;
      now.textContent = clock(time);
      if (document.activeElement !== seekBar || !seekBar.matches(':active')) seekBar.value = time;
      seekBar.setAttribute('aria-valuetext', clock(time) + ' of ' + clock(total));
      soFar.setAttribute('width', String((time / total) * 480));
      mark(time + 0.02);
      const at = lastNotAfter(starts, time + 0.02);
      if (at !== chapter) {
        chapters[chapter]?.removeAttribute('aria-current');
        chapters[at]?.setAttribute('aria-current', 'true');
        chapter = at;
        one('#chapter').textContent = chapters[at] ? one('[dir]', chapters[at]).textContent : '';
      }
    }

    let frame = 0;
    function run() {
      draw();
      frame = audio.paused ? 0 : requestAnimationFrame(run);
    }

    for (const event of ['play', 'pause', 'ended']) {
      audio.addEventListener(event, () => {
        player.classList.toggle('playing', !audio.paused);
        play.setAttribute('aria-label', audio.paused ? 'Play' : 'Pause');
        if (!frame) run();
      });
    }
    /* In a tab that is not seen there are no frames. */
    audio.addEventListener('timeupdate', () => {
      draw();
      memory.set(key, audio.ended ? '0' : audio.currentTime.toFixed(1));
    });
    audio.addEventListener('seeked', draw);
    audio.addEventListener('error', () => { said.textContent = 'The audio can’t be loaded.'; });

    /* ---- what a listener can do ---- */

    function hop(step) {
      const at = lastNotAfter(starts, audio.currentTime + 0.02);
      const back = step < 0 && audio.currentTime - (starts[at] ?? 0) > 3;
      const next = starts[clamp(back ? at : at + step, 0, starts.length - 1)];
      seek(next ?? (step < 0 ? 0 : audio.currentTime));
    }

    function setSpeed(index) {
      speed.selectedIndex = clamp(index, 0, speed.options.length - 1);
      audio.playbackRate = Number(speed.value);
      memory.set('speed', speed.value);
    }

    const skip = (seconds) => seek(audio.currentTime + seconds);

    play.addEventListener('click', toggle);
    one('#back').addEventListener('click', () => skip(-15));
    one('#ahead').addEventListener('click', () => skip(30));
    speed.addEventListener('change', () => setSpeed(speed.selectedIndex));
    seekBar.addEventListener('input', () => seek(Number(seekBar.value)));
    seekBar.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -60, PageUp: 60 }[event.key];
      if (step) {
        event.preventDefault();
        skip(step);
      }
    });
    follow?.addEventListener('click', () => setFollow(!following()));

    one('#share').addEventListener('click', async () => {
      const url = new URL(location.href);
      url.hash = 't=' + Math.floor(audio.currentTime);
      history.replaceState(null, '', url);
      said.textContent = (await copy(url.href)) ? 'Link copied' : 'The link is in the address bar';
      setTimeout(() => { said.textContent = ''; }, 3000);
    });

    document.addEventListener('click', (event) => {
      if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target.closest('[data-t]');
      if (!target || (target.matches('.word') && !getSelection().isCollapsed)) return;
      event.preventDefault();
      seek(Number(target.dataset.t));
      if (target.closest('#transcript')) setFollow(true);
      if (target.matches('a')) history.replaceState(null, '', target.hash);
      start();
    });

    addEventListener('hashchange', () => {
      const time = moment();
      if (time !== null) seek(time);
    });

    const keys = one('#keys');
    keys.checked = memory.get('keys') !== 'off';
    keys.addEventListener('change', () => memory.set('keys', keys.checked ? 'on' : 'off'));
    const actions = {
      k: toggle,
      ' ': toggle,
      j: () => skip(-15),
      l: () => skip(30),
      p: () => hop(-1),
      n: () => hop(1),
      s: () => setSpeed(speed.selectedIndex - 1),
      d: () => setSpeed(speed.selectedIndex + 1),
      f: () => setFollow(!following()),
      m: () => { audio.muted = !audio.muted; },
    };
    document.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest('input:not([type=range], [type=checkbox]), textarea, select')) return;
      /* A blank presses what has the focus. */
      if (event.key === ' ' && event.target.closest('button, a, summary, [type=checkbox]')) return;
      const action = keys.checked && actions[event.key.toLowerCase()];
      if (action) {
        event.preventDefault();
        action();
      }
    });

    if ('mediaSession' in navigator) {
      const { title, show, picture } = player.dataset;
      navigator.mediaSession.metadata = new MediaMetadata({ title, artist: show, artwork: [{ src: picture }] });
      const handle = (name, handler) => {
        try { navigator.mediaSession.setActionHandler(name, handler); } catch { /* not known here */ }
      };
      handle('seekbackward', () => skip(-15));
      handle('seekforward', () => skip(30));
      handle('previoustrack', () => hop(-1));
      handle('nexttrack', () => hop(1));
      handle('seekto', ({ seekTime }) => seek(seekTime));
    }

    const wanted = all('option', speed).findIndex((option) => option.value === memory.get('speed'));
    if (wanted >= 0) setSpeed(wanted);
    const left = Number(memory.get(key));
    seek(moment() ?? (left > 5 && left < total - 10 ? left : 0));
  }
})();
