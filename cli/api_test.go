package cli

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mahdar/access"
	"mahdar/api"
	"mahdar/store"
	"mahdar/store/sqlite"
)

// behind serves the API of a record behind a guard, as serve does.
func behind(t *testing.T, path string, accounts *access.Accounts) (http.Handler, *sqlite.DB) {
	t.Helper()
	a := newApp(strings.NewReader(""), &strings.Builder{}, &strings.Builder{})
	lex, err := a.loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), path, sqlite.Existing)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	beside, err := a.beside(t.Context(), serving{listen: homeAddress}, db, store.Reviewed(db), lex)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range beside {
		mux.Handle(pattern, h)
	}
	return access.New(access.Options{Accounts: accounts, LocalUser: "huda"}).Wrap(mux), db
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+path, nil))
	return w
}

// The API stands behind the guard: one user is answered, and where there are
// accounts nobody is who has not logged in.
func TestAPIBehindGuard(t *testing.T) {
	path := demoDatabase(t)
	open, _ := behind(t, path, nil)
	if w := get(open, "/api/v1/status"); w.Code != 200 || w.Header().Get("ETag") == "" || !strings.Contains(w.Body.String(), `"articles":13`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	accounts, err := access.Open(t.Context(), filepath.Join(t.TempDir(), "users"), true)
	if err != nil {
		t.Fatal(err)
	}
	defer accounts.Close()
	shut, _ := behind(t, path, accounts)
	for _, at := range []string{"/api/v1/status", "/api/v1/openapi.json", "/api/v1/events", "/mcp"} {
		if w := get(shut, at); w.Code != http.StatusUnauthorized {
			t.Errorf("%s, not logged in: %d", at, w.Code)
		}
	}
}

// What a fact rests on names the lexicon's entries, and places have coordinates
// where the lexicon knows one of the name.
func TestAPIKnowsTheLexicon(t *testing.T) {
	h, _ := behind(t, demoDatabase(t), nil)
	var list struct {
		Items []struct{ ID string }
	}
	if err := json.Unmarshal(get(h, "/api/v1/statements?limit=1&act=deny").Body.Bytes(), &list); err != nil || len(list.Items) == 0 {
		t.Fatal(err)
	}
	if w := get(h, "/api/v1/facts/"+list.Items[0].ID); !strings.Contains(w.Body.String(), `"entries":["speech`) {
		t.Errorf("%s", w.Body)
	}
	lex, err := newApp(nil, nil, nil).loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"جنيف": "place:che-geneva", "روسيا": "state:rus", "": "", "مدينة لا وجود لها": "", "جنيف وفيينا": ""} {
		if s, ok := placeOf(lex, name); ok != (want != "") || ok && (s.ID != want || !s.Located) {
			t.Errorf("%q: %+v %v", name, s, ok)
		}
	}
}

// A run tells how far it is to those who serve the record, and takes it away.
func TestRunning(t *testing.T) {
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx := context.Background()
	now := func() *api.Progress {
		p, err := runningNow(ctx, db)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	var r running
	r.Run = "build"
	r.end(db)
	if now() != nil {
		t.Error("nothing was told")
	}
	r.seen.Add(7)
	r.tell(db, "reading", store.Added{Articles: 3, Again: 2})
	if p := now(); p == nil || p.Run != "build" || p.Seen != 7 || p.Kept != 3 || p.Again != 2 || p.State != "reading" {
		t.Errorf("%+v", p)
	}
	tellRun(db, &api.Progress{Run: "build", At: time.Now().Add(-2 * stale)}) // killed
	if p := now(); p != nil {
		t.Errorf("%+v", p)
	}
	r.tell(db, "settling", store.Added{})
	r.end(db)
	if p := now(); p != nil {
		t.Errorf("%+v", p)
	}
}
