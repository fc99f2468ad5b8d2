// Adding: several files go one after another, each with its outcome. Without this file they go all at once.
const form = document.querySelector('form[data-upload]');
const files = form.querySelector('input[type=file]');

form.addEventListener('submit', async event => {
  if (files.files.length < 2) return;
  event.preventDefault();
  const button = form.querySelector('button');
  const bar = document.createElement('progress');
  const log = document.createElement('ol');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  bar.max = files.files.length;
  bar.value = 0;
  log.className = 'gaps';
  form.append(said, bar, log);
  button.disabled = true;
  let failed = 0;
  for (const file of files.files) {
    said.textContent = `${bar.value + 1} of ${bar.max}: ${file.name}`;
    const one = new FormData();
    one.append('files', file);
    one.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    const line = document.createElement('li');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: one });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const problem = page.querySelector('[role=alert]')?.textContent.trim();
      line.textContent = answer.ok ? `${file.name}: waits for you` : problem ?? `${file.name} was not kept (${answer.status})`;
      if (!answer.ok) failed++;
    } catch {
      line.textContent = `${file.name} did not arrive; give it again`;
      failed++;
    }
    log.append(line);
    bar.value++;
  }
  said.textContent = failed ? `${failed} of ${bar.max} were not kept; the others wait for you.` : `All ${bar.max} wait for you.`;
  if (!failed) location.assign(form.action);
  else button.disabled = false;
});
