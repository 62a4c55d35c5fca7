// The table of a registry.pol in its page: asks for rows, shows them, and remembers what was searched for. Whatever comes from the file is
// inserted as text (textContent), never as markup. The page itself and its texts: src/core/policies/polPage.ts.

(() => {
  const vscode = acquireVsCodeApi();
  const $ = (id) => document.getElementById(id);
  const [search, rdpOnly, body] = [$('search'), $('rdpOnly'), document.querySelector('tbody')];
  const TYPING_PAUSE_MS = 150;

  const remembered = vscode.getState();
  const state = { search: '', rdpOnly: false, from: 0, ...(typeof remembered === 'object' ? remembered : {}) };
  search.value = state.search;
  rdpOnly.checked = state.rdpOnly;
  /** Where the pages before and after this one start. */
  const pages = { previous: 0, next: 0 };

  function ask(changed) {
    Object.assign(state, changed);
    vscode.setState(state);
    vscode.postMessage({ kind: 'query', search: state.search, rdpOnly: state.rdpOnly, from: state.from });
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className !== undefined) made.className = className;
    return made;
  }

  function button(text, onPress) {
    const made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', onPress);
    return made;
  }

  function findingItem(finding, withPlace) {
    const item = element('li', undefined, finding.severity);
    item.append(element('strong', finding.severityText), ' ');
    const code = button(finding.code, () => vscode.postMessage({ kind: 'rule', code: finding.code }));
    code.className = 'link';
    item.append(code, ' ', ...(withPlace && finding.place !== '' ? [element('span', finding.place, 'place'), ' '] : []), element('span', finding.text));
    finding.fixes.forEach((title, fix) => {
      item.append(' ', button(title, () => vscode.postMessage({ kind: 'fix', code: finding.code, at: finding.at, fix })));
    });
    return item;
  }

  /** @param {RegExp} [breakBehind] where a long name may be broken into lines */
  function cell(text, className, breakBehind) {
    const made = element('td', undefined, className);
    // Isolated, so that a text of another direction does not reorder its neighbours.
    const isolated = element('bdi');
    const parts = breakBehind === undefined ? [text] : text.split(breakBehind);
    isolated.append(...parts.flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part])));
    made.append(isolated);
    return made;
  }

  function tableRow(row, index, before) {
    const made = element('tr');
    made.setAttribute('aria-rowindex', String(index + 2));
    const findings = element('td', undefined, 'findings');
    if (row.findings.length > 0) {
      const list = element('ul');
      list.append(...row.findings.map((finding) => findingItem(finding, false)));
      findings.append(list);
    }
    made.append(
      cell(row.key, row.key === before?.key ? 'key again' : 'key', /(?<=\\)/),
      cell(row.name, 'name', /(?<=[a-z0-9])(?=[A-Z])/),
      cell(row.type, 'type', /(?<=_)/),
      cell(row.data, 'data', /(?<=[\\|,;])/),
      cell(row.meaning, 'meaning'),
      findings,
    );
    return made;
  }

  function show(page) {
    const isPol = page.otherwise === undefined;
    $('otherwise').hidden = isPol;
    $('otherwise').textContent = page.otherwise ?? '';
    $('reopen').hidden = isPol;
    $('file').hidden = !isPol;
    $('summary').textContent = page.summary;
    $('above').hidden = page.above.length === 0;
    $('above').querySelector('ul').replaceChildren(...page.above.map((finding) => findingItem(finding, true)));
    $('shown').textContent = page.shown;
    for (const side of ['previous', 'next']) {
      $(side).disabled = page[side] === undefined;
      pages[side] = page[side] ?? page.from;
    }
    document.querySelector('table').setAttribute('aria-rowcount', String(page.matching + 1));
    if (page.from !== state.from) vscode.setState(Object.assign(state, { from: page.from }));
    body.replaceChildren(...page.rows.map((row, index) => tableRow(row, page.from + index, page.rows[index - 1])));
    document.body.dataset.ready = 'yes';
  }

  function turnTo(side) {
    ask({ from: pages[side] });
    $('scrolled').scrollTo({ top: 0 });
  }

  let pause;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask({ search: search.value, from: 0 }), TYPING_PAUSE_MS);
  });
  rdpOnly.addEventListener('change', () => ask({ rdpOnly: rdpOnly.checked, from: 0 }));
  for (const side of ['previous', 'next']) $(side).addEventListener('click', () => turnTo(side));
  for (const kind of ['openAsText', 'convert', 'reopen']) $(kind).addEventListener('click', () => vscode.postMessage({ kind }));
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    search.select();
  });
  window.addEventListener('message', ({ data }) => {
    if (data.kind === 'page') show(data);
    if (data.kind === 'changed') ask({});
  });
  ask({});
})();
