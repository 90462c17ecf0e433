// Draws the charts of the lab: options come as JSON, and no text is run as a program. ECharts is the file of its npm package.
import "./echarts-6.1.0/echarts.common.min.js";

const { echarts } = globalThis;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const charts = new Map();

// What no template of ECharts can say, by the name that an axis asks for it with.
const formatters = {
    // 2022.5 is 2022-07.
    yearMonth: value => `${Math.floor(value)}-${String(Math.round((value - Math.floor(value)) * 12) + 1).padStart(2, "0")}`,
};

const sizes = new ResizeObserver(entries => entries.forEach(({ target }) => charts.get(target.id)?.resize()));

/** Draws a chart in the element of this id, or changes the one that is there. */
export function draw(id, json) {
    const options = JSON.parse(json);
    for (const { axisLabel } of [options.xAxis, options.yAxis])
        if (axisLabel.formatter in formatters) axisLabel.formatter = formatters[axisLabel.formatter];
    // By name: texts are measured on a canvas, which does not know what "inherit" is.
    options.textStyle.fontFamily = getComputedStyle(document.body).fontFamily;
    // ECharts lightens what is pointed at. With a colour that has a name it cannot, and what is pointed at would vanish.
    for (const series of options.series) series.emphasis = { disabled: true };
    // All that moves in a chart is what it says when pointed at.
    if (still.matches) options.tooltip.transitionDuration = 0;
    (charts.get(id) ?? open(id)).setOption(options, { replaceMerge: "series" });
}

/** The element of this id is about to go. */
export function close(id) {
    const chart = charts.get(id);
    if (!chart) return;
    charts.delete(id);
    sizes.unobserve(chart.getDom());
    chart.dispose();
}

function open(id) {
    const element = document.getElementById(id);
    const chart = echarts.init(element, null, { renderer: "svg" });
    // A point that is a scenario opens it.
    chart.on("click", ({ data }) => { if (data?.link) Blazor.navigateTo(data.link); });
    charts.set(id, chart);
    sizes.observe(element);
    return chart;
}
