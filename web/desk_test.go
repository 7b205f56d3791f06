package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"mahdar/access"
	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
	"mahdar/text"
	"mahdar/web"
)

// coding is a record with a desk: some invented rounds and the hostile article.
type coding struct {
	t   testing.TB
	srv *httptest.Server
	v   *store.View
	c   *http.Client
}

func desk(t testing.TB) *coding {
	t.Helper()
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var parcels []*store.Parcel
	for i := range 8 {
		parcels = append(parcels, storetest.Parcel(1+i/2, i))
	}
	doc, r := hostileArticle()
	p, err := store.Pack(doc, r, "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Add(t.Context(), append(parcels, p)); err != nil {
		t.Fatal(err)
	}
	v := store.Reviewed(db)
	guard := access.New(access.Options{LocalUser: "هدى"})
	pages, err := web.New(web.Options{Record: v, Access: guard, Read: readTwoWords, Keep: func(ctx context.Context, doc *text.Document, r *fact.Reading) error {
		p, err := store.Pack(doc, r, "test")
		if err == nil {
			_, err = db.Add(ctx, []*store.Parcel{p})
		}
		return err
	}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(guard.Wrap(pages))
	t.Cleanup(srv.Close)
	jar, _ := cookiejar.New(nil)
	return &coding{t, srv, v, &http.Client{Jar: jar}}
}

// readTwoWords reads one statement in any article.
func readTwoWords(doc *text.Document) (*fact.Reading, error) {
	return &fact.Reading{ID: doc.ID(), Text: doc.Text, Source: doc.Source, Published: doc.Published,
		Statements: []fact.Statement{{Content: []text.Span{{Start: 0, End: 6}}, Name: "متحدث", Kind: "person", Mode: "direct", Act: "state", Rule: "test.said"}}}, nil
}

func (c *coding) get(path string) string {
	c.t.Helper()
	resp, err := c.c.Get(c.srv.URL + path)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != 200 {
		c.t.Fatalf("%s answers %d: %.300s", path, resp.StatusCode, b)
	}
	return string(b)
}

var csrfField = regexp.MustCompile(`name="csrf" value="([^"]+)"`)

// post sends a form with its token and gives the page that it leads to.
func (c *coding) post(path string, form url.Values) (status int, at, body string) {
	c.t.Helper()
	m := csrfField.FindStringSubmatch(c.get("/en/try"))
	if m == nil {
		c.t.Fatal("there is no token")
	}
	form.Set("csrf", m[1])
	resp, err := c.c.PostForm(c.srv.URL+path, form)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, resp.Request.URL.RequestURI(), string(b)
}

var (
	onDesk = regexp.MustCompile(`name="fact" value="([^"]+)"`)
	atSpot = regexp.MustCompile(`name="spot" value="([^"]+)"`)
)

func shown(t testing.TB, body string) (id, spot string) {
	t.Helper()
	m, s := onDesk.FindStringSubmatch(body), atSpot.FindStringSubmatch(body)
	if m == nil || s == nil {
		t.Fatalf("nothing is on the desk: %.2000s", body)
	}
	return m[1], s[1]
}

func (c *coding) state() *review.State {
	c.t.Helper()
	st, err := c.v.State(c.t.Context())
	if err != nil {
		c.t.Fatal(err)
	}
	return st
}

// A session at the desk by forms alone: judge, go on, undo, correct, comment,
// many at once, and everything stands in the record's decisions.
func TestDeskSession(t *testing.T) {
	c := desk(t)
	body := c.get("/en/review?kind=statement")
	first, spot := shown(t, body)
	if !strings.Contains(body, "<mark>") || !strings.Contains(body, "not judged") {
		t.Errorf("the words are not marked: %.3000s", body)
	}
	_, at, body := c.post("/en/review", url.Values{"fact": {first}, "spot": {spot}, "verb": {"reject"}, "reason": {"a headline"}, "back": {"kind=statement"}})
	second, spot2 := shown(t, body)
	if second == first || !strings.Contains(at, "after=") || !strings.Contains(at, "kind=statement") {
		t.Fatalf("after a rejection the desk shows %s at %s", second, at)
	}
	id, _ := record.ParseID(first)
	if !c.state().Rejected(id) {
		t.Error("the rejection does not hold")
	}
	_, _, body = c.post("/en/undo", url.Values{"back": {"kind=statement"}})
	if again, _ := shown(t, body); again != first || c.state().Rejected(id) {
		t.Errorf("undone, the desk shows %s", again)
	}
	body = c.get("/en/review?kind=statement&after=" + url.QueryEscape(spot))
	if next, _ := shown(t, body); next != second {
		t.Errorf("skipped, the desk shows %s, not %s", next, second)
	}
	body = c.get("/en/review?kind=statement&before=" + url.QueryEscape(spot2))
	if before, _ := shown(t, body); before != first {
		t.Errorf("back, the desk shows %s, not %s", before, first)
	}

	form := url.Values{"fact": {second}, "spot": {spot2}, "verb": {"correct"}, "slot.act": {"deny"}, "slot.name": {""}, "reason": {"he denied it"}}
	_, at, body = c.post("/en/review", form)
	if !strings.Contains(at, "at="+second) || !strings.Contains(body, "he denied it") || !strings.Contains(body, "corrected") {
		t.Errorf("a correction leads to %s: %.2000s", at, body)
	}
	if status, _, _ := c.post("/en/review", url.Values{"fact": {second}, "verb": {"correct"}, "slot.said": {"yesterday"}}); status != 422 {
		t.Errorf("a day that is none: %d", status)
	}
	if status, _, _ := c.post("/en/review", url.Values{"fact": {second}, "verb": {"correct"}, "slot.content": {"words that are nowhere"}}); status != 422 {
		t.Errorf("words that the article does not have: %d", status)
	}
	page := c.get("/en/fact/" + second)
	for _, want := range []string{"What people have corrected", "he denied it", "هدى", "read as"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of the fact lacks %q", want)
		}
	}
	if all := c.get("/ar/decided"); !strings.Contains(all, first) || !strings.Contains(all, "منقوض") {
		t.Error("the list of decisions lacks the one that was undone")
	}
	c.bulkTogether()
}

// bulkTogether accepts all statements of one rule and undoes them as one.
func (c *coding) bulkTogether() {
	c.t.Helper()
	rule := ""
	for f, err := range c.v.Facts(c.t.Context(), store.Query{Kind: record.Statements}) {
		if err != nil {
			c.t.Fatal(err)
		}
		if r := f.Evidence[0].Body.(*fact.Statement).Rule; r != "" && !strings.Contains(r, "<") {
			rule = r
		}
	}
	body := c.get("/en/review/bulk?kind=statement&rule=" + url.QueryEscape(rule))
	m := regexp.MustCompile(`name="count" value="(\d+)"`).FindStringSubmatch(body)
	if m == nil {
		c.t.Fatalf("nothing of rule %s is to be decided: %.2000s", rule, body)
	}
	form := url.Values{"back": {"kind=statement&rule=" + rule}, "count": {"1000"}, "verb": {"accept"}}
	before := len(c.state().Entries())
	if status, _, _ := c.post("/en/review/bulk", form); status != 409 || len(c.state().Entries()) != before {
		c.t.Errorf("with another count: %d", status)
	}
	form.Set("count", m[1])
	c.post("/en/review/bulk", form)
	taken := len(c.state().Entries()) - before
	if taken < 2 {
		c.t.Fatalf("%d decisions of %s", taken, m[1])
	}
	c.post("/en/undo", url.Values{})
	undone := 0
	for _, e := range c.state().Entries() {
		if e.Undone && e.Verb == review.Accept {
			undone++
		}
	}
	if undone != taken {
		c.t.Errorf("%d of %d undone as one", undone, taken)
	}
}

// Words that the reader missed are marked by what they are, and the server
// finds their place: the one whose neighbours fit.
func TestDeskMark(t *testing.T) {
	c := desk(t)
	var art *record.Article
	for a, err := range c.v.Articles(t.Context(), "", "") {
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(a.Text, "وشارك في الجولة") {
			art = a
		}
	}
	hex := strings.TrimPrefix(art.ID, "sha256:")
	body := c.get("/ar/review/mark?article=" + hex + "&kind=demand&exact=" + url.QueryEscape("وشارك  في\nالجولة"))
	if !strings.Contains(body, "<mark>وشارك في الجولة</mark>") || !strings.Contains(body, `name="slot.by"`) {
		t.Fatalf("the words are not found: %.3000s", body)
	}
	_, at, body := c.post("/ar/mark", url.Values{"article": {hex}, "exact": {"وشارك في الجولة"}, "kind": {"demand"}, "slot.by": {"حركة الجبل"}, "reason": {"فات القارئ"}})
	id, _ := shown(t, body)
	if !strings.HasPrefix(id, "d") || !strings.Contains(at, id) || !strings.Contains(body, "حركة الجبل") {
		t.Errorf("%s: %.2000s", at, body)
	}
	fid, _ := record.ParseID(id)
	x, ok := c.state().Added(fid)
	if !ok || string([]rune(art.Text)[x.Start:x.End]) != "وشارك في الجولة" {
		t.Errorf("added at %d–%d: %q", x.Start, x.End, x.Exact)
	}
	if body := c.get("/en/review/mark?article=" + hex + "&exact=nowhere"); !strings.Contains(body, "does not have these words") {
		t.Error("words that are nowhere are not told")
	}
}

// Two that may be one are laid side by side, joined, parted, and asked about once.
func TestDeskMerge(t *testing.T) {
	c := desk(t)
	var ms []record.ID
	for f, err := range c.v.Facts(t.Context(), store.Query{Kind: record.Meetings}) {
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, f.ID)
	}
	a, b := ms[0].String(), ms[1].String()
	body := c.get("/en/review/merge?a=" + a + "&b=" + b)
	if strings.Count(body, `class="side"`) != 2 {
		t.Fatalf("two are not side by side: %.2000s", body)
	}
	c.post("/en/merge", url.Values{"fact": {a}, "other": {b}, "verb": {"merge"}})
	if st := c.state(); st.Lead(ms[0]) != st.Lead(ms[1]) {
		t.Error("they are not one")
	}
	c.post("/en/undo", url.Values{})
	c.post("/en/merge", url.Values{"fact": {a}, "other": {b}, "verb": {"apart"}})
	if st := c.state(); st.Lead(ms[0]) == st.Lead(ms[1]) || !st.Apart(ms[1], ms[0]) {
		t.Error("they are not apart")
	}
	for _, kind := range []string{"actor", "meeting"} {
		c.get("/ar/review/merge?kind=" + kind)
	}
}

// What coders differ about is laid side by side, and an adjudicator decides.
func TestDeskAdjudicate(t *testing.T) {
	c := desk(t)
	_, _ = c.get, c.post
	id, _ := shown(t, c.get("/en/review?kind=statement"))
	fid, _ := record.ParseID(id)
	take := func(x review.Decision) {
		t.Helper()
		x.Fact, x.At = fid, x.At.AddDate(2031, 1, 1)
		if _, err := c.v.Take(t.Context(), x.Normal()); err != nil {
			t.Fatal(err)
		}
	}
	take(review.Decision{Coder: "omar", Verb: review.Correct, Slot: "act", Value: "deny", Reason: "he says no"})
	take(review.Decision{Coder: "zain", Verb: review.Accept})
	body := c.get("/en/adjudicate")
	for _, want := range []string{id, "omar", "zain", "he says no", "denied"} {
		if !strings.Contains(body, want) {
			t.Errorf("the desk of who adjudicates lacks %q: %.3000s", want, body)
		}
	}
	_, _, body = c.post("/en/adjudicate", url.Values{"fact": {id}, "slot": {"act"}, "value": {"deny"}, "verb": {"correct"}})
	if !strings.Contains(body, "Coders differ about nothing") {
		t.Errorf("it is still open: %.3000s", body)
	}
	for f := range c.v.Facts(t.Context(), store.Query{Kind: record.Statements, ID: fid}) {
		if got := f.Evidence[0].Body.(*fact.Statement).Act; got != "deny" {
			t.Errorf("the act is %s", got)
		}
	}
}

// Without the token, or from a reader, nothing is decided.
func TestDeskIsGuarded(t *testing.T) {
	c := desk(t)
	id, spot := shown(t, c.get("/en/review"))
	form := url.Values{"fact": {id}, "spot": {spot}, "verb": {"accept"}}
	resp, err := c.c.PostForm(c.srv.URL+"/en/review", form)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 403 || len(c.state().Entries()) != 0 {
		t.Errorf("without a token: %d", resp.StatusCode)
	}
	for name, bad := range map[string]url.Values{
		"/en/review":     {"fact": {"x"}, "verb": {"accept"}},
		"/en/merge":      {"fact": {id}, "other": {id}, "verb": {"merge"}},
		"/en/undo":       {"decision": {"x000000000000"}},
		"/en/mark":       {"article": {"00"}, "exact": {"x"}, "kind": {"statement"}},
		"/en/adjudicate": {"fact": {id}, "verb": {"merge"}},
	} {
		if status, _, body := c.post(name, bad); status < 400 || status > 499 {
			t.Errorf("%s: %d %.200s", name, status, body)
		}
	}
	if n := len(c.state().Entries()); n != 0 {
		t.Errorf("%d decisions were taken", n)
	}
	// Hostile words come through the desk as words.
	for _, at := range []string{"/en/review?kind=statement", "/ar/review?kind=actor&all=1", "/en/review/merge?kind=actor", "/en/decided", "/en/adjudicate"} {
		check(t, at, c.get(at))
	}
	for f, err := range c.v.Facts(t.Context(), store.Query{Kind: record.Statements}) {
		if err != nil {
			t.Fatal(err)
		}
		at := "/ar/review?at=" + f.ID.String()
		check(t, at, c.get(at))
	}
}

var ruleOnDesk = regexp.MustCompile(`rule=([a-z][a-z.-]+)"`)

// Accounts that differ about a day are on the desk with their positions, and
// the one that holds, holds in the meeting.
func TestDeskResolves(t *testing.T) {
	c := desk(t)
	doc, r := storetest.Article(2, 77)
	r.Meetings[0].Start = "2031-01-09"
	r.Meetings[0].End = ""
	p, err := store.Pack(doc, r, "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.v.Add(t.Context(), []*store.Parcel{p}); err != nil {
		t.Fatal(err)
	}
	body := c.get("/en/review?kind=disagreement")
	id, spot := shown(t, body)
	if !strings.HasPrefix(id, "q") || !strings.Contains(body, `data-code="Digit1"`) || !strings.Contains(body, `data-code="Digit2"`) {
		t.Fatalf("there is no disagreement on the desk: %.3000s", body)
	}
	if !strings.Contains(c.get("/en/"), id) {
		t.Error("the front page does not show it among what is open")
	}
	_, at, _ := c.post("/en/review", url.Values{"fact": {id}, "spot": {spot}, "verb": {"resolve"}, "value": {"2031-01-09"}, "reason": {"the communiqué says so"}})
	if !strings.Contains(at, "after=") {
		t.Errorf("it leads to %s", at)
	}
	qid, _ := record.ParseID(id)
	if got, ok := c.state().Resolution(qid); !ok || got.Value != "2031-01-09" {
		t.Errorf("the resolution is %+v", got)
	}
	for _, path := range []string{"/en/fact/" + id, "/en/disagreements"} {
		if page := c.get(path); !strings.Contains(page, "the communiqué says so") || !strings.Contains(page, "9 January 2031") {
			t.Errorf("%s does not say what holds", path)
		}
	}
	for n := 0; strings.Contains(c.get("/en/"), id); n++ { // the front page is gathered anew behind the visitor's back
		if n > 100 {
			t.Fatal("the front page still counts it as open")
		}
		time.Sleep(20 * time.Millisecond)
	}
	for d := range c.v.Disagreements(t.Context(), store.Query{ID: qid}) {
		for f := range c.v.Facts(t.Context(), store.Query{Kind: record.Meetings, ID: d.Subject}) {
			if m := record.MergeMeeting(f); len(m.Start) != 1 || m.Start.One() != "2031-01-09" {
				t.Errorf("the meeting began on %v", m.Start)
			}
		}
	}
	c.post("/en/undo", url.Values{})
	if _, ok := c.state().Resolution(qid); ok {
		t.Error("undone, it still holds")
	}
}

// A breach that is linked to its undertaking stands under it in the ledger.
func TestDeskLinks(t *testing.T) {
	c := desk(t)
	doc, r := storetest.Article(3, 88)
	r.Commitments = []fact.Commitment{{By: "طرف آخر", Status: "breach-alleged", Content: []text.Span{r.Title}, AllegedBy: "وفد السهل", Rule: "test"}}
	p, err := store.Pack(doc, r, "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.v.Add(t.Context(), []*store.Parcel{p}); err != nil {
		t.Fatal(err)
	}
	var made, breach record.ID
	talks := "qamar"
	for f, err := range c.v.Facts(t.Context(), store.Query{Kind: record.Commitments, Process: &talks}) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Evidence[0].Body.(*fact.Commitment).Status == "made" {
			made = f.ID
		} else {
			breach = f.ID
		}
	}
	a, b := made.String(), breach.String()
	if body := c.get("/ar/review?at=" + b); !strings.Contains(body, `name="other" value="`+a+`"`) {
		t.Errorf("the undertaking is not offered: %.4000s", body)
	}
	if status, _, _ := c.post("/en/review", url.Values{"fact": {b}, "verb": {"link"}, "other": {""}}); status != 422 {
		t.Errorf("linked to nothing: %d", status)
	}
	c.post("/en/review", url.Values{"fact": {b}, "verb": {"link"}, "other": {a}})
	body := c.get("/en/commitments")
	_, thread, ok := strings.Cut(body, `<li class="thread">`)
	thread, _, _ = strings.Cut(thread, "</ol></li>")
	if !ok || !strings.Contains(thread, "l-"+a) || !strings.Contains(thread, "l-"+b) {
		t.Errorf("they are no thread: %.3000s", body)
	}
}
