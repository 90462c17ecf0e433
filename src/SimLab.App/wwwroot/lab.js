// The little the browser must do itself: remember how things are shown, save charts and files, keep the undo history.
window.lab = {
    show(tag, language, money, theme) {
        document.documentElement.lang = tag;
        document.documentElement.dataset.theme = theme.toLowerCase();
        for (const [name, value] of [["language", language], ["money", money], ["theme", theme]])
            document.cookie = `simlab-${name}=${value};path=/;max-age=31536000;samesite=lax`;
    },

    // Charts are SVG with the page's colours by name; a saved picture needs the colours themselves.
    svgOf(id) {
        const element = document.getElementById(id);
        const svg = element.querySelector("svg").cloneNode(true);
        const style = getComputedStyle(document.documentElement);
        const box = element.getBoundingClientRect();
        svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        const ground = `<rect width="100%" height="100%" fill="${style.getPropertyValue("--card").trim()}"/>`;
        const text = svg.outerHTML.replace(/var\((--[a-z0-9-]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
        return { text: text.replace(/(<svg[^>]*>)/, `$1${ground}`), width: box.width, height: box.height };
    },
    saveSvg(id, name) {
        lab.saveBlob(new Blob([lab.svgOf(id).text], { type: "image/svg+xml" }), name);
    },
    savePng(id, name) {
        const { text, width, height } = lab.svgOf(id);
        const picture = new Image();
        picture.onload = () => {
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [width * 2, height * 2];
            canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
            canvas.toBlob(blob => lab.saveBlob(blob, name));
        };
        picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    },
    saveText(text, name) {
        lab.saveBlob(new Blob([text], { type: "text/plain;charset=utf-8" }), name);
    },
    saveBlob(blob, name) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },

    // The Present page: the player takes its place there, and `host` hears which place somebody wants to look into.
    async present(element, runs, tag, host, month) {
        const language = tag.startsWith("zh") ? "zh" : "en", showing = runs.join();
        if (element.lab === showing) return window.SimLabPlayer?.language(language);     // only the language is another
        element.lab = showing;
        lab.listeners?.forEach(off => off());
        element.innerHTML = `<p class="waiting" role="status">${language === "zh" ? "正在读取录制…" : "Reading the recording…"}</p>`;
        try {
            await lab.player();
            const sources = await Promise.all(runs.map(lab.recording));
            if (element.lab !== showing || !element.isConnected) return;
            const look = ({ region, industry, month }) => host.invokeMethodAsync("Look", region ?? null, industry ?? null, month);
            const fullscreen = document.getElementById("present");
            await SimLabPlayer.mount(element, sources, { heading: "h2", fullscreen, language, inspect: true, branch: true });
            lab.listeners = [
                SimLabPlayer.on("inspect", look),
                SimLabPlayer.on("place", place => { if (place.region) look(place); }),
                SimLabPlayer.on("branch", ({ month }) => host.invokeMethodAsync("Leave", month)),
            ];
            // Whoever comes back with a branch goes on where the run was left; else the story begins, where there is one.
            if (SimLabPlayer.months.includes(month)) await SimLabPlayer.goTo(month);
            else await lab.story(element, runs);
        } catch (failure) {
            if (element.querySelector("#problem:not([hidden])")) return;                 // the player has said it
            const problem = Object.assign(document.createElement("p"), { id: "problem", textContent: failure.message });
            problem.setAttribute("role", "alert");
            element.replaceChildren(problem);
        }
    },
    async recording(run) {
        const get = async path => {
            const answer = await fetch(`replay/${encodeURIComponent(run)}/${path}`);
            if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail ?? `${answer.status} ${answer.statusText}`);
            return answer.json();
        };
        return { head: await get("head"), view: place => get(`places/${place}`), chunk: (place, chunk) => get(`places/${place}/${chunk}`) };
    },
    // The story that `simlab replay` was given, with the run it was given.
    async story(element, runs) {
        const answer = await fetch(`replay/${encodeURIComponent(runs[0])}/story`);
        if (answer.status !== 200) return;
        const story = await answer.json();
        await lab.telling();
        await SimLabStory.tell(story, { root: element, mounted: true });
    },
    player: () => lab.playing ??= lab.parts("player").catch(failure => { lab.playing = null; throw failure; }),
    telling: () => lab.tells ??= lab.parts("story").catch(failure => { lab.tells = null; throw failure; }),
    parts: name => Promise.all([
        lab.part("link", { rel: "stylesheet", href: `replay/${name}.css` }),
        lab.part("script", { src: `replay/${name}.js` }),
    ]),
    part: (tag, attributes) => new Promise((done, failed) => {
        const onerror = () => failed(new Error(`${attributes.src ?? attributes.href}?`));
        document.head.append(Object.assign(document.createElement(tag), attributes, { onload: done, onerror }));
    }),
    reveal(element) {
        element?.scrollIntoView?.({ block: "start" });
        element?.focus?.({ preventScroll: true });
    },

    // What was pressed before the page listened is pressed again now that it does.
    listens() {
        document.removeEventListener("click", lab.early, true);
        document.getElementById(lab.pressed)?.click();
    },
    early: click => lab.pressed = click.target.closest("button[id]")?.id ?? null,

    copy: text => navigator.clipboard.writeText(text),
    keep: (name, text) => sessionStorage.setItem(name, text),
    kept: name => sessionStorage.getItem(name),
};

document.addEventListener("click", lab.early, true);

// A restarted server does not know this page any more; the address holds the scenario, so load it anew.
document.querySelector("#components-reconnect-modal button")?.addEventListener("click", () => location.reload());
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", change => {
    const modal = change.target;
    if (change.detail.state === "show") modal.show();
    else if (change.detail.state === "hide") modal.close();
    else if (change.detail.state === "rejected") location.reload();
});
