// Small parts: an announcer of what is new on the page, buttons that copy and print, a timer.

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

// A button whose `act` may return a word to show for a moment.
function button(root, label, act) {
  let button = root.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "unseen";
    root.replaceChildren(button, said);
  }
  button.textContent = label;
  button.onclick = async () => {
    const word = await act();
    if (!word) return;
    button.textContent = word;
    root.querySelector("[role=status]").textContent = word;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
}

async function copied(text) {
  return (await copy(text)) ? "Copied" : "Copying failed";
}

const ticking = new WeakMap(); // by root

// Counts down by the browser's own clock, so that the page need not be drawn again.
function timer(root, data) {
  clearInterval(ticking.get(root));
  let face = root.querySelector("[role=timer]");
  if (!face) {
    face = document.createElement("div");
    face.setAttribute("role", "timer");
    face.className = "timer";
    root.replaceChildren(face);
  }
  const end = performance.now() + Number(data.left) * 1000;
  const draw = () => {
    const left = data.runs ? Math.round((end - performance.now()) / 1000) : Number(data.left);
    const whole = Math.abs(left);
    const digits = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    face.textContent = left < 0 ? `${digits} over` : data.runs ? `${digits} left` : `${digits} left, paused`;
    face.classList.toggle("over", left < 0);
    if (!root.isConnected) clearInterval(ticking.get(root));
  };
  draw();
  if (data.runs) ticking.set(root, setInterval(draw, 250));
}

const parts = {
  announcer,
  copy: (root, data) => button(root, data.label, () => copied(data.text)),
  // The browser alone knows the whole address of the page.
  address: (root, data) => button(root, data.label, () => copied(new URL(data.text, location.href).href)),
  timer,
  print: (root, data) => button(root, data.label, () => { window.print(); }),
};

export default function ({ parentElement, data }) {
  parts[data.part](parentElement.querySelector("span"), data);
}
