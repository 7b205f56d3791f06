package api

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"mahdar/answer"
	"mahdar/store/sqlite"
)

// stage serves a record that changes as told.
type stage struct {
	change   atomic.Int64
	progress atomic.Pointer[Progress]
	server   *Server
	srv      *httptest.Server
}

func newStage(t *testing.T, clients int) *stage {
	t.Helper()
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	st := &stage{}
	st.change.Store(1)
	st.server, err = New(Options{Answer: answer.Options{Record: db}, Clients: clients,
		Changes:  func(context.Context) (int64, error) { return st.change.Load(), nil },
		Progress: func(context.Context) (*Progress, error) { return st.progress.Load(), nil }})
	if err != nil {
		t.Fatal(err)
	}
	st.server.events.every, st.server.events.alive = 5*time.Millisecond, 30*time.Millisecond
	st.srv = httptest.NewServer(st.server)
	t.Cleanup(func() { st.srv.CloseClientConnections(); st.srv.Close(); db.Close() })
	return st
}

// message is one event as a client sees it; a comment has no name.
type message struct{ id, name, data string }

// listen yields the messages of a stream.
func (st *stage) listen(t *testing.T, last string) (next func() message, status int, leave func()) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	r, err := http.NewRequestWithContext(ctx, "GET", st.srv.URL+Prefix+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(resp.Body)
	leave = func() { cancel(); resp.Body.Close() }
	t.Cleanup(leave)
	return func() (m message) {
		for in.Scan() {
			switch k, v, _ := strings.Cut(in.Text(), ": "); k {
			case "id":
				m.id = v
			case "event":
				m.name = v
			case "data":
				m.data = v
			case "":
				if in.Text() == "" {
					return m
				}
			}
		}
		t.Errorf("the stream ended: %v", in.Err())
		return m
	}, resp.StatusCode, leave
}

// until skips messages up to the first of a name.
func until(next func() message, name string) message {
	for range 200 {
		if m := next(); m.name == name {
			return m
		}
	}
	return message{}
}

func TestEvents(t *testing.T) {
	st := newStage(t, 4)
	next, status, leave := st.listen(t, "")
	if m := next(); status != 200 || m.name != "status" || !strings.Contains(m.data, `"articles":0`) || m.id == "" {
		t.Fatalf("the beginning: %d %+v", status, m)
	}
	if m := until(next, "change"); !strings.Contains(m.data, `"change":1`) {
		t.Errorf("%+v", m)
	}
	if m := until(next, ""); m.data != "" { // kept alive
		t.Errorf("%+v", m)
	}
	st.progress.Store(&Progress{Run: "build", State: "reading", Seen: 7})
	st.change.Store(2)
	var p Progress
	m := until(next, "progress")
	if err := json.Unmarshal([]byte(m.data), &p); err != nil || p.Seen != 7 || p.State != "reading" {
		t.Errorf("%+v %v", m, err)
	}
	seen := until(next, "change")
	leave()

	// What changed while nobody listened is told to who comes back.
	st.progress.Store(nil)
	st.change.Store(3)
	next, _, leave = st.listen(t, seen.id)
	if m := until(next, "progress"); !strings.Contains(m.data, `"state":"done"`) {
		t.Errorf("%+v", m)
	}
	last := until(next, "change")
	if !strings.Contains(last.data, `"change":3`) {
		t.Errorf("%+v", last)
	}
	leave()
	next, _, leave = st.listen(t, seen.id)
	if a, b := next(), next(); a.name != "progress" || b != last {
		t.Errorf("what was missed: %+v %+v", a, b)
	}
	leave()
	// Who comes from another run of the server asks anew.
	next, _, _ = st.listen(t, "otherrun-5")
	if m := next(); m.name != "status" {
		t.Errorf("%+v", m)
	}
}

func TestEventsAreBounded(t *testing.T) {
	st := newStage(t, 2)
	st.listen(t, "")
	_, _, leave := st.listen(t, "")
	if _, status, _ := st.listen(t, ""); status != http.StatusServiceUnavailable {
		t.Errorf("a third of two: %d", status)
	}
	leave()
	for range 100 {
		if _, status, _ := st.listen(t, ""); status == 200 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("whose place is free cannot be had")
}

func TestClose(t *testing.T) {
	st := newStage(t, 2)
	next, _, _ := st.listen(t, "")
	next()
	st.server.Close()
	if _, status, _ := st.listen(t, ""); status != http.StatusServiceUnavailable {
		t.Errorf("after the end: %d", status)
	}
	h := st.server.events
	h.mu.Lock() // the first listener may be leaving this moment
	defer h.mu.Unlock()
	if len(h.clients) != 0 {
		t.Error("somebody listens still")
	}
}

// One who reads too slowly is let go, and nobody waits for him.
func TestSlowListener(t *testing.T) {
	h := newHub(&Server{opt: Options{Clients: 2}}, time.Hour)
	slow, _, _, _ := h.join("")
	h.mu.Lock()
	for range waiting + 1 {
		h.tell("change", []byte("{}"))
	}
	h.mu.Unlock()
	n := 0
	for range slow {
		n++
	}
	if n != waiting || len(h.clients) != 0 {
		t.Errorf("%d events, %d listeners", n, len(h.clients))
	}
	h.leave(slow)
	_, missed, fresh, _ := h.join(h.boot + "-1")
	if fresh || len(missed) != waiting {
		t.Errorf("missed %d", len(missed))
	}
}
