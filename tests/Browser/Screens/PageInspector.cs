namespace Assemblies.Browser.Screens;

/// <summary>Looks at a screen as the rules of live.md do (22, 24, 27): what it finds wrong, in words.</summary>
public static class PageInspector
{
    // Everything is measured where it was drawn, in pixels of the screen, after every transform.
    private const string Look = """
        ([floor, theSafe]) => {
            const wrong = [];
            const layer = document.querySelector('.layer-in');
            const canvas = document.querySelector('.canvas').getBoundingClientRect();
            const scale = canvas.height / 1080;
            // Nudged by up to three pixels against burn-in; that is what is allowed.
            const edge = 4 * scale;
            const safe = { left: canvas.left + canvas.width * theSafe - edge, right: canvas.right - canvas.width * theSafe + edge, top: canvas.top + canvas.height * theSafe - edge, bottom: canvas.bottom - canvas.height * theSafe + edge };
            const inside = (rect, box, slack) => rect.left >= box.left - slack && rect.right <= box.right + slack && rect.top >= box.top - slack && rect.bottom <= box.bottom + slack;
            const say = rect => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ');
            const lum = text => {
                const [r, g, b] = text.match(/[\d.]+/g).slice(0, 3).map(Number).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const groundOf = element => {
                for (let e = element; e; e = e.parentElement) {
                    const colour = getComputedStyle(e).backgroundColor;
                    if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
                }
                return 'rgb(255, 255, 255)';
            };
            const boxes = [];
            const walk = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const text = node.data.trim();
                const element = node.parentElement;
                if (text === '' || element.closest('.unseen, svg')) continue;
                const style = getComputedStyle(element);
                const range = document.createRange();
                range.selectNodeContents(node);
                const rect = range.getBoundingClientRect();
                const name = `"${text.slice(0, 40)}"`;
                const tops = [...range.getClientRects()].map(r => r.top);
                if (Math.max(...tops) - Math.min(...tops) > rect.height / 4) wrong.push(`${name} wraps by itself`);
                if (rect.width < 1 || style.visibility === 'hidden') { wrong.push(`${name} is not to be seen`); continue; }
                const size = parseFloat(style.fontSize);
                if (size * scale < floor * scale - 0.01) wrong.push(`${name} is ${size} px, under the floor of ${floor}`);
                // What of it has ink: from the top of an ascender to what hangs under the line.
                const middle = (rect.top + rect.bottom) / 2;
                const ink = { left: rect.left, right: rect.right, top: middle - size * scale * 0.42, bottom: middle + size * scale * 0.54 };
                if (!inside(ink, safe, 0)) wrong.push(`${name} leaves the safe area: ${say(ink)} of ${say(safe)}`);
                for (let e = element; e !== layer; e = e.parentElement)
                    if (getComputedStyle(e).overflowX !== 'visible' && !inside(ink, e.getBoundingClientRect(), 1)) wrong.push(`${name} is clipped by .${e.className}`);
                // What is rolled in wheels is drawn by these: the text under them is for readers of the page.
                const colour = element.matches('.counter-text') ? getComputedStyle(element.parentElement).color : style.color;
                const [dark, light] = [lum(colour), lum(groundOf(element))].sort((a, b) => a - b);
                const contrast = (light + 0.05) / (dark + 0.05);
                if (contrast < 10) wrong.push(`${name} has a contrast of ${contrast.toFixed(1)}`);
                boxes.push({ name, rect: ink });
            }
            for (const element of layer.querySelectorAll('svg[role=img], .answer-row, .card, .hall-plate, .name-list-panel, .lower-third')) {
                const rect = element.getBoundingClientRect();
                if (!inside(rect, safe, 0)) wrong.push(`.${element.classList[0] ?? 'code'} leaves the safe area: ${say(rect)} of ${say(safe)}`);
                if (element.matches('svg')) boxes.push({ name: 'the code', rect });
            }
            for (let i = 0; i < boxes.length; i++)
                for (let j = 0; j < i; j++) {
                    const [a, b] = [boxes[i].rect, boxes[j].rect];
                    const [x, y] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
                    if (x > 1 && y > 1) wrong.push(`${boxes[i].name} lies over ${boxes[j].name}`);
                }
            if (boxes.length === 0) wrong.push('there is nothing to read');
            return wrong;
        }
        """;

    /// <summary>What is wrong with the page as it is drawn now.</summary>
    /// <param name="page">A page that shows a scene.</param>
    /// <param name="floor">The smallest font size allowed, in lines of a canvas of 1,080.</param>
    public static Task<string[]> LookAsync(IPage page, double floor) => page.EvaluateAsync<string[]>(Look, new object[] { floor, 0.05 });
}
