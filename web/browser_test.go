package web_test

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-rod/rod"
	"github.com/go-rod/rod/lib/launcher"
	"github.com/go-rod/rod/lib/proto"
)

// looked are the pages that a browser looks at; the rest are found by kind
// among the links of these.
var looked = []string{"/", "/actors", "/actors?q=" + url.QueryEscape("الوفد"), "/said?talks=qamar", "/said?by=act&talks=qamar", "/places", "/places?at=" + url.QueryEscape("40,20,5"), "/commitments", "/disagreements", "/sources", "/search?q=" + url.QueryEscape("الوفد"), "/try", "/talks/qamar", "/nothing"}

// found are kinds of pages of which one is looked at.
var found = []string{"/meeting/", "/actor/", "/fact/s", "/article/"}

// widths are a phone's and a desk's.
var widths = [...]int{390, 1280}

// TestBrowser opens every kind of page in both languages and widths with
// Debian's chromium: no console error, no request to elsewhere, nothing wider
// than the window, and nothing serious found by axe. SHOTS=folder keeps pictures.
func TestBrowser(t *testing.T) {
	b := browser(t)
	srv := room(t)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ar", "en"} {
		for _, path := range append(slices.Clone(looked), kindsOf(t, srv.URL, lang)...) {
			for _, width := range widths {
				name := fmt.Sprintf("%s%s at %d", lang, path, width)
				p := open(t, b, srv.URL, width)
				p.visit(name, srv.URL+"/"+lang+path)
				if width == widths[1] {
					p.dark()
				}
				p.axe(name, string(axe))
				p.shot(fmt.Sprintf("%s-%d-%s", lang, width, strings.Map(plainName, path)))
				p.done(name)
			}
		}
	}
}

func plainName(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return '-'
}

// kindsOf finds one page of each kind in found.
func kindsOf(t *testing.T, home, lang string) []string {
	var out []string
	for _, kind := range found {
		for _, from := range []string{"/", "/talks/qamar", "/actors", "/sources"} {
			_, _, body := get(t, home+"/"+lang+from)
			m := strings.Index(body, `href="/`+lang+kind)
			if m < 0 {
				continue
			}
			at, _, _ := strings.Cut(body[m+len(`href="/`+lang):], `"`)
			out = append(out, unescape(at))
			break
		}
	}
	if len(out) != len(found) {
		t.Errorf("of %v only %v are linked", found, out)
	}
	return out
}

// TestReader reads in a browser: marks part no letters, a click opens a card,
// a layer can be hidden, and a pasted article is shown with its findings.
func TestReader(t *testing.T) {
	b := browser(t)
	srv := room(t)
	p := open(t, b, srv.URL, 1280)
	p.visit("try", srv.URL+"/en/try")
	const words = "قالت الوفود إنها <script>باقية</script>"
	p.page.MustElement("#text").MustInput(words)
	p.page.MustElement("form.try button").MustClick()
	p.page.MustWaitLoad()
	if got := p.page.MustElement(".source").MustText(); strings.TrimSpace(got) != words {
		t.Errorf("the reader shows %q, not %q", got, words)
	}
	run := p.page.MustElement("a.r")
	if got := run.MustText(); got != "قالت" {
		t.Errorf("the mark holds %q: a mark must not part a word", got)
	}
	run.MustClick()
	if !p.page.MustHas(".card.lit") || !p.page.MustHas("a.r.lit") {
		t.Error("a click lights up neither card nor words")
	}
	p.page.MustElement(`.toggles input[value="statement"]`).MustClick()
	if !p.page.MustHas(".reader.off-statement") {
		t.Error("a layer cannot be hidden")
	}
	p.shot("tried")
	p.done("try")
}

// browser starts chromium, or skips the test and says what it leaves out.
func browser(t *testing.T) *rod.Browser {
	t.Helper()
	if testing.Short() {
		t.Skip("chromium takes long: pages were not looked at")
	}
	path, ok := launcher.LookPath()
	if !ok {
		t.Skipf("chromium is not here (apt-get install chromium): %d pages were not looked at", 2*len(widths)*(len(looked)+len(found)))
	}
	l := launcher.New().Bin(path).Leakless(false).NoSandbox(true).Headless(true).Set("disable-gpu").Set("disable-dev-shm-usage")
	address, err := l.Launch()
	if err != nil {
		t.Fatal(err)
	}
	b := rod.New().ControlURL(address)
	if err := b.Connect(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		b.Close()
		l.Cleanup()
	})
	return b
}

// looker is one tab and what it complained of.
type looker struct {
	t    *testing.T
	page *rod.Page
	home string

	mu     sync.Mutex
	faults []string
}

func open(t *testing.T, b *rod.Browser, home string, width int) *looker {
	p := &looker{t: t, home: home, page: b.MustPage("").Timeout(60 * time.Second)}
	p.page.MustSetViewport(width, 900, 1, width < 500)
	tell := func(format string, a ...any) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.faults = append(p.faults, fmt.Sprintf(format, a...))
	}
	if err := (proto.LogEnable{}).Call(p.page); err != nil {
		t.Fatal(err)
	}
	go p.page.EachEvent(
		func(e *proto.RuntimeConsoleAPICalled) {
			if e.Type == proto.RuntimeConsoleAPICalledTypeError || e.Type == proto.RuntimeConsoleAPICalledTypeWarning {
				tell("console: %v", e.Args)
			}
		},
		func(e *proto.RuntimeExceptionThrown) { tell("exception: %s", e.ExceptionDetails.Text) },
		func(e *proto.LogEntryAdded) {
			if e.Entry.Level == proto.LogLogEntryLevelError && !strings.Contains(e.Entry.URL, "/nothing") {
				tell("log: %s %s", e.Entry.Text, e.Entry.URL)
			}
		},
		func(e *proto.NetworkRequestWillBeSent) {
			if !strings.HasPrefix(e.Request.URL, p.home) && !strings.HasPrefix(e.Request.URL, "about:") && !strings.HasPrefix(e.Request.URL, "data:") { // the browser's own glyphs are data
				tell("request to %s", e.Request.URL)
			}
		},
	)()
	return p
}

func (p *looker) visit(name, address string) {
	p.t.Helper()
	if err := p.page.Navigate(address); err != nil {
		p.t.Fatalf("%s: %v", name, err)
	}
	if err := p.page.WaitLoad(); err != nil {
		p.t.Fatalf("%s: %v", name, err)
	}
	wide := p.page.MustEval(`() => document.documentElement.scrollWidth - document.documentElement.clientWidth`).Int()
	if wide > 1 {
		p.t.Errorf("%s is %d pixels wider than the window", name, wide)
	}
}

// dark asks for the dark colours, so that both are looked at.
func (p *looker) dark() {
	err := proto.EmulationSetEmulatedMedia{Features: []*proto.EmulationMediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}.Call(p.page)
	if err != nil {
		p.t.Fatal(err)
	}
}

// axe complains of what axe-core finds serious or critical.
func (p *looker) axe(name, source string) {
	p.t.Helper()
	if _, err := p.page.Eval("() => {" + source + "\n}"); err != nil {
		p.t.Fatalf("%s: axe does not load: %v", name, err)
	}
	got, err := p.page.Eval(`() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations
		.filter(v => v.impact === 'serious' || v.impact === 'critical')
		.map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')).join('\n'))`)
	if err != nil {
		p.t.Fatalf("%s: axe does not run: %v", name, err)
	}
	if s := got.Value.Str(); s != "" {
		p.t.Errorf("%s: axe finds\n%s", name, s)
	}
}

func (p *looker) shot(name string) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	b, err := p.page.Screenshot(true, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name[:min(len(name), 60)]+".png"), b, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *looker) done(name string) {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range p.faults {
		p.t.Errorf("%s: %s", name, f)
	}
	p.page.Close()
}
