// Before somebody signs out: what waits on this device is sent or deleted, as they say, and then the device forgets.
for (const form of document.querySelectorAll("main form:is([data-leaves], :not([action]))")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const waiting = await outbox.all().catch(() => []);
    if (waiting.length) ask(form, waiting.length);
    else leave(form);
  });
}

async function leave(form) {
  // A browser that keeps nothing has nothing to forget.
  await outbox.forget().catch(() => {});
  form.submit();
}

function ask(form, waiting) {
  const dialog = document.createElement("dialog");
  const part = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });
  const told = part("p", words(waiting), "prose");
  const buttons = part("div", "", "row mt");
  const button = (text, className, act) => {
    const made = part("button", text, `btn ${className}`);
    made.addEventListener("click", act);
    buttons.append(made);
    return made;
  };
  const send = button(`Send ${waiting} and sign out`, "btn-go", async () => {
    send.disabled = true;
    const end = await outbox.send();
    const left = await outbox.all();
    if (!left.length) return leave(form);
    send.remove();
    drop.textContent = `Delete ${left.length} and sign out`;
    const why = { later: "There is no network.", "signed-out": "You are signed out already." };
    told.textContent = `${why[end] ?? "Something in it must be put right first: open “Log engagement”."} ${words(left.length)}`;
  });
  const drop = button(`Delete ${waiting} and sign out`, "btn-stop", () => leave(form));
  button("Stay signed in", "", () => dialog.close());
  dialog.setAttribute("aria-labelledby", "leaving");
  dialog.append(Object.assign(part("h2", "Not everything is sent", "mb"), { id: "leaving" }), told, buttons);
  dialog.addEventListener("close", () => dialog.remove());
  form.after(dialog);
  dialog.showModal();
}

function words(waiting) {
  return waiting === 1
    ? "One engagement that you logged is on this device only."
    : `${waiting} engagements that you logged are on this device only.`;
}
