using SimLab.App.Export.Filming;
using SimLab.Tests.App;
using SimLab.Tests.Presenting;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>What leaves a recording as pictures and on paper.</summary>
[Slow]
public sealed class FilmTests(ExportedRun run, LabBrowser browser) : IClassFixture<ExportedRun>
{
    [Fact]
    public async Task A_scene_is_filmed_month_by_month_and_the_moving_picture_shows_the_same_frames()
    {
        LabBrowser.Require();
        var (folder, gif) = (run.Free("frames"), run.Free("race.gif"));
        var said = await Said.By("export", run.Path, "--png", folder, "--gif", gif, "--scene", "race", "--language", "en");
        Assert.True(said.Exit == 0, said.Error);
        string[] months = ["2021-12", .. Enumerable.Range(1, 12).Select(month => $"2022-{month:00}")];
        Assert.Equal(
            months.Select(month => $"{month}.png"), Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(months.Select(month => PixelsOf(Path.Combine(folder, $"{month}.png"))).Distinct().Count() > 6);
        await ShowsTheSame(gif, folder, months);
    }

    [Fact]
    public async Task The_report_prints_on_a_few_pages_with_text_that_can_be_searched()
    {
        LabBrowser.Require();
        var pdf = run.Free("report.pdf");
        var said = await Said.By("export", run.Path, "--pdf", pdf);
        Assert.True(said.Exit == 0, said.Error);
        var bytes = await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(bytes, 0, 5));
        Assert.InRange(System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(bytes), "/Type /Page[^s]"), 2, 8);
    }

    [Fact]
    public async Task Without_chromium_it_is_said_what_to_install_and_nothing_is_written()
    {
        var pdf = run.Free("no-chromium.pdf");
        Environment.SetEnvironmentVariable(Chromium.Variable, run.Free("no-such-program"));
        try
        {
            var said = await Said.By("export", run.Path, "--pdf", pdf);
            Assert.Equal(2, said.Exit);
            Assert.Contains(
                "A printed report needs Chromium or Chrome, and there is none here. Install it with: apt-get install chromium "
                + "fonts-noto-cjk", said.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(pdf));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Chromium.Variable, null);
        }
    }

    [Fact]
    public async Task A_program_that_is_no_chromium_is_named_and_nothing_is_written()
    {
        var (pdf, program) = (run.Free("no-chromium-either.pdf"), run.Free("notes.txt"));
        await File.WriteAllTextAsync(program, "Not a program.", TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable(Chromium.Variable, program);
        try
        {
            var said = await Said.By("export", run.Path, "--pdf", pdf);
            Assert.Equal(2, said.Exit);
            Assert.Contains(
                $"A printed report needs Chromium, and {program} failed (", said.Error, StringComparison.Ordinal);
            Assert.Contains("Try another one, named in SIMLAB_CHROMIUM.", said.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(pdf));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Chromium.Variable, null);
        }
    }

    // Chromium unpacks the GIF; no pixel of any frame is far from the picture of its month, though it has only 256 colours.
    private async Task ShowsTheSame(string gif, string folder, string[] months)
    {
        var page = await browser.Window("http://127.0.0.1");
        await page.GotoAsync(new Uri(run.Html).AbsoluteUri);                 // pictures are only unpacked in a page that has an address
        var worst = await page.EvaluateAsync<double[]>(
            """
            async ([gif, pngs]) => {
                const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
                const decoder = new ImageDecoder({ data: bytes(gif), type: 'image/gif' });
                await decoder.tracks.ready;
                if (decoder.tracks.selectedTrack.frameCount !== pngs.length) return [-1, decoder.tracks.selectedTrack.frameCount];
                const canvas = new OffscreenCanvas(1280, 560), brush = canvas.getContext('2d', { willReadFrequently: true });
                const pixels = image => { brush.drawImage(image, 0, 0); return brush.getImageData(0, 0, 1280, 560).data; };
                const shares = [];
                for (let i = 0; i < pngs.length; i++) {
                    const shown = pixels((await decoder.decode({ frameIndex: i })).image);
                    const meant = pixels(await createImageBitmap(new Blob([bytes(pngs[i])])));
                    let far = 0;
                    for (let k = 0; k < shown.length; k++) if (Math.abs(shown[k] - meant[k]) > 48) far++;
                    shares.push(far / shown.length);
                }
                return shares;
            }
            """, new object[] { Base64(gif), months.Select(month => Base64(Path.Combine(folder, $"{month}.png"))).ToArray() });
        Assert.Equal(months.Length, worst.Length);
        Assert.All(worst, share => Assert.InRange(share, 0, 0.0005));
    }

    private static string Base64(string file) => Convert.ToBase64String(File.ReadAllBytes(file));

    // As text, to be compared.
    private static string PixelsOf(string png)
    {
        using var picture = Image.Load<Rgb24>(png);
        Assert.Equal((Shot.Width, Shot.Height), (picture.Width, picture.Height));
        var pixels = new byte[Shot.Width * Shot.Height * 3];
        picture.CopyPixelDataTo(pixels);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pixels));
    }
}
