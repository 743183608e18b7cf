"use strict";
// Copy buttons, and bulk changes that go on by themselves. Both pages work without this file, with a click more.

document.addEventListener("click", async (event) => {
  const button = event.target.closest(".copy-button");
  if (!button) return;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  } catch {
    // Not allowed, as on a page without https: select it, for the keyboard to copy.
    window.getSelection().selectAllChildren(button.parentElement.querySelector("code"));
    button.textContent = "Selected";
  }
  setTimeout(() => { button.textContent = label; }, 2000);
});

async function goOn() {
  const form = document.getElementById("bulk-next");
  if (!form) return;
  const response = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const next = page.getElementById("bulk-progress");
  if (!response.ok || !next) throw new Error(`The server answered ${response.status}`);
  document.getElementById("bulk-progress").replaceWith(next);
  document.title = page.title;
  const heading = page.querySelector("#content h1");
  if (heading) document.querySelector("#content h1").replaceWith(heading);
  await goOn();
}

document.addEventListener("DOMContentLoaded", () => {
  goOn().catch((error) => {
    const note = document.createElement("p");
    note.className = "errornote";
    note.textContent = `${error.message}. What is done is done; press Continue to go on.`;
    document.getElementById("bulk-progress").prepend(note);
  });
});
