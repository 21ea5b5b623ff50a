// Keeps what is typed as a draft, every few seconds. The form works without it.
const page = document.querySelector("[data-draft]");
const form = page.querySelector("form[method=post]:not([action])");
const told = document.createElement("p");
told.className = "s quiet";
told.setAttribute("role", "status");
form?.append(told);
let timer, asking, left = false;

const later = () => {
  if (!left && !timer) timer = setTimeout(keep, 4000);
};
async function keep() {
  timer = clearTimeout(timer);
  asking = new AbortController();
  const body = new URLSearchParams(new FormData(form)).toString();
  try {
    const answer = await fetch(page.dataset.draft, {
      method: "POST",
      headers: { accept: "text/plain", "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
      keepalive: body.length < 6e4,
      signal: asking.signal,
      body,
    });
    if (answer.ok) told.textContent = await answer.text();
    else if (answer.status > 499) throw answer;
    else told.textContent = answer.status ? "No draft can be kept of this form. What you typed stays here."
      : "You are signed out, so no draft is kept. What you typed stays here: send the form, sign in, and go on.";
  } catch {
    if (left) return;
    told.textContent = "No connection, so the draft is not kept yet. What you typed stays here. Trying again.";
    later();
  }
}
form?.addEventListener("input", () => {
  if ("waits" in page.dataset) told.textContent = "Your earlier draft is kept, and this not yet: choose above what becomes of it.";
  else later();
});
form?.addEventListener("submit", () => {
  left = true;
  timer = clearTimeout(timer);
  asking?.abort();
});
addEventListener("pageshow", () => (left = false));
document.addEventListener("visibilitychange", () => document.hidden && timer && keep());
