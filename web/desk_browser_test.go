package web_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/go-rod/rod/lib/proto"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// press presses the key at a place of the keyboard, as a layout writes it.
func (p *looker) press(code, letter string) {
	p.t.Helper()
	for _, kind := range []proto.InputDispatchKeyEventType{proto.InputDispatchKeyEventTypeKeyDown, proto.InputDispatchKeyEventTypeKeyUp} {
		if err := (proto.InputDispatchKeyEvent{Type: kind, Code: code, Key: letter}).Call(p.page); err != nil {
			p.t.Fatal(err)
		}
	}
}

// leads presses a key that leads to another page and waits for it.
func (p *looker) leads(code, letter string) {
	p.t.Helper()
	wait := p.page.WaitNavigation(proto.PageLifecycleEventNameLoad)
	p.press(code, letter)
	wait()
}

func (p *looker) onDesk() string {
	p.t.Helper()
	return *p.page.MustElement(`#decide input[name="fact"]`).MustAttribute("value")
}

// TestDeskByKeys reviews with single keys, which an Arabic layout writes as
// Arabic letters, in both languages.
func TestDeskByKeys(t *testing.T) {
	b := browser(t)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for i, lang := range []string{"ar", "en"} {
		c := desk(t)
		keys := []map[string]string{{"KeyA": "ش", "KeyR": "ق", "KeyS": "س", "KeyU": "ع", "KeyP": "ح", "KeyC": "ؤ", "KeyT": "ف"},
			{"KeyA": "a", "KeyR": "r", "KeyS": "s", "KeyU": "u", "KeyP": "p", "KeyC": "c", "KeyT": "t"}}[i]
		p := open(t, b, c.srv.URL, widths[1-i])
		p.visit("desk", c.srv.URL+"/"+lang+"/review?kind=statement")
		p.axe("desk "+lang, string(axe))
		p.shot("desk-" + lang)
		first := p.onDesk()
		p.leads("KeyA", keys["KeyA"])
		second := p.onDesk()
		if second == first {
			t.Errorf("%s: the desk does not go on", lang)
		}
		p.leads("KeyS", keys["KeyS"])
		third := p.onDesk()
		p.leads("KeyP", keys["KeyP"])
		if got := p.onDesk(); got != second {
			t.Errorf("%s: back leads to %s, not %s", lang, got, second)
		}
		p.press("KeyT", keys["KeyT"])
		p.page.MustElement("#reason").MustInput("سبب مكتوب ar") // letters that are keys, in a field
		p.press("Escape", "Escape")
		p.leads("KeyR", keys["KeyR"])
		if got := p.onDesk(); got != third {
			t.Errorf("%s: after a rejection the desk shows %s, not %s", lang, got, third)
		}
		id, _ := record.ParseID(second)
		if !c.state().Rejected(id) {
			t.Errorf("%s: the rejection does not hold", lang)
		}
		for _, e := range c.state().History(id) {
			if e.Reason != "سبب مكتوب ar" || e.Coder != "هدى" {
				t.Errorf("%s: the decision is %+v", lang, e.Decision)
			}
		}
		p.leads("KeyU", keys["KeyU"])
		if c.state().Rejected(id) || p.onDesk() != second {
			t.Errorf("%s: undo does not undo", lang)
		}
		p.press("KeyC", keys["KeyC"])
		p.page.MustWait(`() => document.querySelector('#correct').open && document.activeElement.closest('#correct') !== null`)
		p.axe("desk with slots "+lang, string(axe))
		p.shot("desk-slots-" + lang)
		p.done("desk " + lang)
	}
}

// TestDeskPages looks at the other pages of the desk, and marks words of an
// article that were selected.
func TestDeskPages(t *testing.T) {
	b := browser(t)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	c := desk(t)
	var ms []*record.Fact
	for f, err := range c.v.Facts(t.Context(), store.Query{Kind: record.Meetings, Limit: 3}) {
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, f)
	}
	st, _ := shown(t, c.get("/en/review?kind=statement"))
	fid, _ := record.ParseID(st)
	for i, x := range []review.Decision{{Coder: "omar", Verb: review.Correct, Slot: "act", Value: "deny"}, {Coder: "zain", Verb: review.Accept}, {Coder: "zain", Verb: review.Comment, Reason: "انظر المصدر"}} {
		x.Fact, x.At = fid, time.Date(2031, 5, 4, 9, i, 0, 0, time.UTC)
		if _, err := c.v.Take(t.Context(), x.Normal()); err != nil {
			t.Fatal(err)
		}
	}
	rule := ruleOnDesk.FindStringSubmatch(c.get("/en/review?kind=statement&all=1"))
	article := "/article/" + strings.TrimPrefix(ms[0].Evidence[0].Article.ID, "sha256:")
	pages := map[string]string{"merge": "/review/merge?a=" + ms[0].ID.String() + "&b=" + ms[1].ID.String(), "adjudicate": "/adjudicate", "decided": "/decided",
		"fact": "/fact/" + st, "meeting": "/review?at=" + ms[0].ID.String(), "actor": "/review?kind=actor", "try": "/try", "mark": "/review/mark?article=" + strings.TrimPrefix(article, "/article/") + "&exact=" + "الجولة", "reader": article}
	if rule != nil {
		pages["bulk"] = "/review/bulk?kind=statement&rule=" + rule[1]
	}
	for name, path := range pages {
		for i, lang := range []string{"ar", "en"} {
			p := open(t, b, c.srv.URL, widths[i])
			at := fmt.Sprintf("%s %s", name, lang)
			p.visit(at, c.srv.URL+"/"+lang+path)
			if i == 1 {
				p.dark()
			}
			p.axe(at, string(axe))
			p.shot("desk-" + name + "-" + lang)
			p.done(at)
		}
	}

	p := open(t, b, c.srv.URL, widths[1])
	p.visit("reader", c.srv.URL+"/en"+article)
	p.page.MustEval(`() => {
		const walk = document.createTreeWalker(document.querySelector('.source'), NodeFilter.SHOW_TEXT);
		let n; while ((n = walk.nextNode()) && n.textContent.trim().length < 8);
		const r = document.createRange(); r.setStart(n, 0); r.setEnd(n, n.textContent.trimEnd().length);
		const s = getSelection(); s.removeAllRanges(); s.addRange(r);
	}`)
	p.page.MustWait(`() => document.querySelector('.marker').classList.contains('ready')`)
	p.leads("KeyW", "ص")
	if !p.page.MustHas("mark") || p.page.MustHas(".bad") {
		t.Errorf("the words that were selected are not found: %s", p.page.MustInfo().URL)
	}
	wait := p.page.WaitNavigation(proto.PageLifecycleEventNameLoad)
	p.page.MustElement("#decide button.yes").MustClick()
	wait()
	if id, _ := record.ParseID(p.onDesk()); id.IsZero() {
		t.Error("nothing was added")
	} else if _, ok := c.state().Added(id); !ok {
		t.Errorf("%s was not added", id)
	}
	p.done("marking")
}
