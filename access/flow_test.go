package access

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"
)

// TestFlow holds that an answer that goes on and on ends with the session that asked
// for it, and with the token, and not before.
func TestFlow(t *testing.T) {
	a, clk := house(t)
	g := New(Options{Accounts: a, AnyHost: true})
	g.recheck = 5 * time.Millisecond
	begun, ended := make(chan bool), make(chan bool)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "csrf=%s", CSRFToken(r.Context())) })
	mux.HandleFunc("GET /api/v1/events", func(w http.ResponseWriter, r *http.Request) {
		begun <- true
		<-r.Context().Done()
		ended <- true
	})
	g.Furnish(mux, nil)
	srv := httptest.NewServer(g.Wrap(mux))
	t.Cleanup(srv.Close)

	flows := func(name string, stop func(), listen func()) {
		t.Helper()
		go listen()
		<-begun
		select {
		case <-ended:
			t.Errorf("%s: what flows ended before anybody ended it", name)
			return
		case <-time.After(50 * time.Millisecond):
		}
		stop()
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: what flows goes on", name)
		}
	}

	c := visitorTo(t, srv)
	c.logIn("huda", good+"huda", "")
	token := csrfIn(c.want(200, "GET", "/en/", nil))
	flows("logout", func() { c.want(303, "POST", "/en/logout", url.Values{"csrf": {token}}) }, func() { c.ask("GET", "/api/v1/events", nil) })

	tok, err := a.AddToken(t.Context(), hand, "zain", "notebook", Reader, clk.at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	flows("token", func() {
		if err := a.RemoveToken(t.Context(), hand, "zain", "notebook"); err != nil {
			t.Error(err)
		}
	}, func() { visitorTo(t, srv).ask("GET", "/api/v1/events", nil, "Authorization", "Bearer "+tok) })
}
