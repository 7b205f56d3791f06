package mcp_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"mahdar/answer"
	"mahdar/demo/demotest"
	"mahdar/mcp"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// shared is the record of the demo, which no test changes.
var shared = sync.OnceValues(func() (*mcp.Server, error) {
	db, err := demotest.Open(context.Background())
	if err != nil {
		return nil, err
	}
	return mcp.New(mcp.Options{Answer: answer.Options{Record: store.Reviewed(db)}, Version: "test"}), nil
})

func server(t testing.TB) *mcp.Server {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// client is a client in memory of the demo's record.
func client(t testing.TB) *sdk.ClientSession {
	t.Helper()
	return clientOf(t, server(t))
}

func clientOf(t testing.TB, s *mcp.Server) *sdk.ClientSession {
	t.Helper()
	here, there := sdk.NewInMemoryTransports()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx, there) }()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(); cancel(); <-done })
	return c
}

// call calls a tool and reads what it returns into out.
func call(t testing.TB, c *sdk.ClientSession, tool string, args map[string]any, out any) *sdk.CallToolResult {
	t.Helper()
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		t.Fatalf("%s %v: %v", tool, args, err)
	}
	if out != nil {
		if r.IsError {
			t.Fatalf("%s %v: %s", tool, args, words(r))
		}
		b, err := json.Marshal(r.StructuredContent)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, out); err != nil {
			t.Fatal(err)
		}
		if len(words(r)) < 10 {
			t.Errorf("%s: a client that reads only text gets %q", tool, words(r))
		}
	}
	return r
}

func words(r *sdk.CallToolResult) string {
	var b strings.Builder
	for _, c := range r.Content {
		if w, ok := c.(*sdk.TextContent); ok {
			b.WriteString(w.Text)
		}
	}
	return b.String()
}

func TestTools(t *testing.T) {
	c := client(t)
	if i := c.InitializeResult(); !strings.Contains(i.Instructions, "verbatim") || !strings.Contains(i.Instructions, "as reported") || i.ServerInfo.Name != "mahdar" {
		t.Errorf("%+v", i)
	}
	tools, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{"overview": true, "search": true, "meetings": true, "meeting": true, "actors": true, "actor": true, "statements": true, "commitments": true, "disagreements": true, "explain": true, "articles": true, "article": true}
	for _, tool := range tools.Tools {
		if !want[tool.Name] || tool.InputSchema == nil || tool.OutputSchema == nil || !tool.Annotations.ReadOnlyHint || len(tool.Description) < 20 {
			t.Errorf("%+v", tool)
		}
		delete(want, tool.Name)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
	if b, err := json.Marshal(tools); err != nil || len(b) > 56<<10 {
		t.Errorf("the list of tools has %d bytes, %v", len(b), err)
	}
}

// Each tool answers with evidence; the library checks answers against the
// schemas that it gives out.
func TestAnswers(t *testing.T) {
	c := client(t)
	var over answer.Overview
	call(t, c, "overview", nil, &over)
	if over.Status.Articles != 13 {
		t.Errorf("%+v", over.Status)
	}
	var said answer.Page[answer.Statement]
	call(t, c, "statements", map[string]any{"act": "deny", "limit": 3}, &said)
	if len(said.Items) == 0 {
		t.Fatal("nobody denies anything")
	}
	for _, s := range said.Items {
		if s.Act != "deny" || len(s.Quote) == 0 || len(s.Evidence) == 0 || s.Evidence[0].Rule == "" || s.Evidence[0].Source.Outlet == "" || s.Link != "mahdar://fact/"+s.ID {
			t.Errorf("%+v", s)
		}
		var text mcp.ArticleOut
		call(t, c, "article", map[string]any{"id": s.Evidence[0].Source.ID}, &text)
		w := s.Evidence[0].Spans[0]
		if got := string([]rune(text.Text)[w.Start:w.End]); got != w.Exact || text.More != 0 {
			t.Errorf("at %d–%d stands %q, not %q", w.Start, w.End, got, w.Exact)
		}
		var why answer.Explanation
		call(t, c, "explain", map[string]any{"id": s.ID}, &why)
		if why.ID != s.ID || len(why.Sentences) == 0 || len(why.Evidence[0].Finding) == 0 {
			t.Errorf("%+v", why)
		}
	}
	var first, second answer.Page[answer.Statement]
	call(t, c, "statements", map[string]any{"limit": 2}, &first)
	call(t, c, "statements", map[string]any{"limit": 2, "cursor": first.Next}, &second)
	if first.Items[0].ID == second.Items[0].ID || len(second.Items) != 2 {
		t.Error("the second part is the first")
	}
	var ms answer.Page[answer.Meeting]
	call(t, c, "meetings", map[string]any{"from": "2031"}, &ms)
	var m answer.MeetingPage
	call(t, c, "meeting", map[string]any{"id": ms.Items[0].ID, "lang": "ar"}, &m)
	if m.ID != ms.Items[0].ID {
		t.Errorf("%+v", m)
	}
	var who answer.Page[answer.Actor]
	call(t, c, "actors", map[string]any{"type": "PER", "limit": 3}, &who)
	var one answer.ActorPage
	call(t, c, "actor", map[string]any{"id": who.Items[0].ID}, &one)
	if one.Name != who.Items[0].Name {
		t.Errorf("%+v", one)
	}
	var hits answer.Page[answer.Hit]
	call(t, c, "search", map[string]any{"words": "الهدنة"}, &hits)
	if len(hits.Items) == 0 || len(hits.Items[0].Places) == 0 {
		t.Errorf("%+v", hits)
	}
	call(t, c, "commitments", nil, new(answer.Page[answer.Commitment]))
	call(t, c, "disagreements", nil, new(answer.Page[answer.Disagreement]))
	var arts answer.Page[answer.Article]
	call(t, c, "articles", map[string]any{"limit": 50}, &arts)
	if len(arts.Items) != 13 {
		t.Errorf("%d articles", len(arts.Items))
	}
}

// Where accounts differ, all are given, each with its words.
func TestDisagreements(t *testing.T) {
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var parcels []*store.Parcel
	for n := range 60 {
		doc, r := storetest.Generated(n)
		p, err := store.Pack(doc, r, "test")
		if err != nil {
			t.Fatal(err)
		}
		parcels = append(parcels, p)
	}
	if _, err := db.Add(t.Context(), parcels); err != nil {
		t.Fatal(err)
	}
	c := clientOf(t, mcp.New(mcp.Options{Answer: answer.Options{Record: db}}))
	var list answer.Page[answer.Disagreement]
	call(t, c, "disagreements", map[string]any{"limit": 5}, &list)
	if len(list.Items) != 5 || list.Next == "" {
		t.Fatalf("%d disagreements", len(list.Items))
	}
	for _, q := range list.Items {
		var why answer.Explanation
		call(t, c, "explain", map[string]any{"id": q.ID}, &why)
		if why.Disagreement == nil || len(why.Disagreement.Positions) < 2 || len(why.Disagreement.Positions) < len(q.Positions) {
			t.Errorf("%+v", why)
			continue
		}
		for _, p := range why.Disagreement.Positions {
			if len(p.Claims) == 0 || p.Claims[0].Span.Exact == "" || p.Claims[0].Source.Outlet == "" {
				t.Errorf("%s: %+v", q.ID, p)
			}
		}
	}
}

// What goes wrong is said to the model, which can do better then.
func TestFaults(t *testing.T) {
	c := client(t)
	none := record.ID{Kind: record.Meetings, Hash: 99}.String()
	for _, x := range []struct {
		tool string
		args map[string]any
		say  string
	}{
		{"meeting", map[string]any{"id": none}, "there is no meeting"},
		{"meeting", map[string]any{"id": "round 3"}, "is not the id of a fact"},
		{"actor", map[string]any{"id": none}, "is the id of a meeting, not of an actor"},
		{"statements", map[string]any{"from": "last week"}, "write 2031-05-04"},
		{"statements", map[string]any{"cursor": "x"}, "leave it out"},
		{"statements", map[string]any{"limit": -1}, "from 1 to"},
		{"statements", map[string]any{"speakers": "x"}, "speakers"},
		{"overview", map[string]any{"lang": "fr"}, "ar or en"},
		{"search", map[string]any{"words": "?"}, "no words"},
		{"search", map[string]any{}, "words"},
		{"article", map[string]any{"id": "sha256:1"}, "64 of 0-9 a-f"},
	} {
		r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: x.tool, Arguments: x.args})
		if err != nil {
			t.Errorf("%s %v: a fault of the protocol: %v", x.tool, x.args, err)
			continue
		}
		if !r.IsError || !strings.Contains(words(r), x.say) {
			t.Errorf("%s %v: %s", x.tool, x.args, words(r))
		}
	}
}

func TestResources(t *testing.T) {
	c := client(t)
	var said answer.Page[answer.Statement]
	call(t, c, "statements", map[string]any{"limit": 1}, &said)
	s := said.Items[0]
	hex := strings.TrimPrefix(s.Evidence[0].Source.ID, "sha256:")
	for at, want := range map[string]string{s.Link: s.ID, "mahdar://article/" + hex: s.Quote[0], "mahdar://article/" + hex + "/reading": "mahdar.reading/1"} {
		r, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: at})
		if err != nil {
			t.Errorf("%s: %v", at, err)
			continue
		}
		if !strings.Contains(r.Contents[0].Text, want) {
			t.Errorf("%s lacks %q", at, want)
		}
	}
	for _, at := range []string{"mahdar://fact/x", "mahdar://article/" + strings.Repeat("0", 64), "mahdar://other/1"} {
		if _, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: at}); err == nil {
			t.Errorf("%s is read", at)
		}
	}
	ts, err := c.ListResourceTemplates(t.Context(), nil)
	if err != nil || len(ts.ResourceTemplates) != 3 {
		t.Errorf("%+v %v", ts, err)
	}
}

// Over a pair of streams, as a client starts the program.
func TestStreams(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- server(t).Serve(context.Background(), inR, outW) }()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &sdk.IOTransport{Reader: outR, Writer: inW}, nil)
	if err != nil {
		t.Fatal(err)
	}
	call(t, c, "overview", nil, new(answer.Overview))
	c.Close()
	if err := <-done; err != nil {
		t.Errorf("the end of the client is no fault: %v", err)
	}
}

// A file of questions, which ends at once, is answered to its end.
func TestEndOfInput(t *testing.T) {
	const questions = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"statements","arguments":{"act":"deny","limit":1}}}
{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"overview"}}`
	var out strings.Builder
	err := server(t).Serve(t.Context(), io.NopCloser(strings.NewReader(questions)), unclosed{&out})
	if err != nil || strings.Count(out.String(), "\n") != 3 || !strings.Contains(out.String(), `"id":"two"`) || !strings.Contains(out.String(), `"id":3`) {
		t.Errorf("%v\n%.400s", err, out.String())
	}
	if err := server(t).Serve(t.Context(), io.NopCloser(strings.NewReader("garbage\n")), unclosed{&out}); err == nil {
		t.Error("what is no message is taken for one")
	}
	if err := server(t).Serve(t.Context(), io.NopCloser(strings.NewReader(strings.Repeat("[", 3<<20))), unclosed{&out}); err == nil {
		t.Error("three megabytes without an end are waited for")
	}
}

type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

func TestHTTP(t *testing.T) {
	srv := httptest.NewServer(server(t).Handler())
	defer srv.Close()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: srv.URL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	call(t, c, "overview", nil, new(answer.Overview))
	for name, change := range map[string]func(*http.Request){
		"another host":   func(r *http.Request) { r.Host = "evil.example" },
		"another origin": func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"no origin":      func(r *http.Request) { r.Header.Set("Origin", "null") },
		"another site":   func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
	} {
		r, err := http.NewRequest("POST", srv.URL, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		change(r)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
}

// Behind a guard any host is answered, and still no page of another site.
func TestAnyHost(t *testing.T) {
	s := mcp.New(mcp.Options{Answer: answer.Options{Record: demotest.Record(t)}, AnyHost: true})
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()
	for origin, want := range map[string]int{"": 200, "https://talks.example": 200, "https://evil.example": 403} {
		r, err := http.NewRequest("POST", srv.URL, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Host = "talks.example"
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("from %q: %d", origin, resp.StatusCode)
		}
	}
}

// Whatever a client sends is answered or refused.
func FuzzArguments(f *testing.F) {
	c := client(f)
	f.Add("statements", `{"act":"deny","limit":3}`)
	f.Add("search", `{"words":"\u0000«"}`)
	f.Add("explain", `{"id":"q000000000000"}`)
	f.Add("article", `{"id":"x","offset":-9}`)
	f.Fuzz(func(t *testing.T, tool, args string) {
		if !json.Valid([]byte(args)) {
			return
		}
		r, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: tool, Arguments: json.RawMessage(args)})
		if err == nil && r.IsError && strings.Contains(words(r), "could not be asked") {
			t.Errorf("%s %s: %s", tool, args, words(r))
		}
	})
}
