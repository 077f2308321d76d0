// Two small parts: an announcer of what is new on the page, and a button that copies.

function announcer(root, data) {
  let region = root.querySelector("[role=status]");
  if (!region) {
    region = document.createElement("div");
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    region.className = "unseen";
    root.replaceChildren(region);
  }
  if (region.dataset.opened !== undefined && region.dataset.opened !== data.opened) closeSidebar();
  region.dataset.opened = data.opened;
  const news = `${data.text} ${data.show}`;
  if (region.dataset.news === news) return;
  region.dataset.news = news;
  region.textContent = "";
  // A live region is read when it changes, so the words come a moment after it is there.
  setTimeout(() => { region.textContent = data.text; }, 150);
  // The page scrolls itself to its end while it is drawn; what is to be read comes into view after.
  if (data.show) for (const wait of [150, 600]) setTimeout(() => show(data.show), wait);
}

// On a phone the sidebar lies over the page.
function closeSidebar() {
  if (window.innerWidth > 768) return;
  const open = '[data-testid="stSidebarCollapseButton"] button[aria-expanded="true"]';
  document.querySelector(open)?.click();
}

function show(key) {
  document.querySelector(`.st-key-${CSS.escape(key)}`)?.scrollIntoView();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http on a private network has no clipboard; the old way still works there.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

function copyButton(root, data) {
  let button = root.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "unseen";
    root.replaceChildren(button, said);
  }
  button.textContent = data.label;
  button.onclick = async () => {
    const word = (await copy(data.text)) ? "Copied" : "Copying failed";
    button.textContent = word;
    root.querySelector("[role=status]").textContent = word;
    setTimeout(() => { button.textContent = data.label; }, 2000);
  };
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector("span");
  (data.part === "copy" ? copyButton : announcer)(root, data);
}
