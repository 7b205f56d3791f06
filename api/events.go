package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"mahdar/answer"
)

const eventsPath = "/events"

// Progress is how far a run has come that fills the record.
type Progress struct {
	Run     string    `json:"run" doc:"build or watch"`
	State   string    `json:"state" doc:"reading, settling, done"`
	Started time.Time `json:"started"`
	At      time.Time `json:"at" doc:"When this was so"`
	Seen    int       `json:"seen" doc:"Articles looked at"`
	Kept    int       `json:"kept" doc:"Articles new to the record"`
	Again   int       `json:"again" doc:"Articles read again"`
}

// Change says that the record is another than it was.
type Change struct {
	Change int64          `json:"change" doc:"Grows with every change while the server runs"`
	Status *answer.Status `json:"status"`
}

// Bounds of the stream.
const (
	remembered = 256 // events that one who comes back is told
	waiting    = 32  // events that a slow client may lag behind
	alive      = 15 * time.Second
	writeTime  = 10 * time.Second
)

// event is one message of the stream.
type event struct {
	seq  int64
	name string
	data []byte
}

// hub tells listeners what changes. It looks at the record only while somebody
// listens.
type hub struct {
	s     *Server
	every time.Duration
	alive time.Duration
	boot  string // makes ids of one run of the server unlike those of another

	mu      sync.Mutex
	seq     int64
	past    []event
	clients map[chan event]bool
	stop    context.CancelFunc // of the watcher; nil while nobody listens
	shut    bool
	last    int64  // the change that was told last
	told    []byte // the progress that was told last; nil for none
}

func newHub(s *Server, every time.Duration) *hub {
	return &hub{s: s, every: every, alive: alive, boot: rand.Text()[:8], clients: map[chan event]bool{}}
}

// join adds a listener and returns what he has missed since the event of an id;
// fresh says that this cannot be told, so that he has to ask anew.
func (h *hub) join(lastID string) (ch chan event, missed []event, fresh bool, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.shut || len(h.clients) >= h.s.opt.Clients {
		return nil, nil, false, false
	}
	ch = make(chan event, waiting)
	h.clients[ch] = true
	if h.stop == nil {
		ctx, cancel := context.WithCancel(context.Background())
		h.stop = cancel
		go h.watch(ctx)
	}
	if lastID == "" {
		return ch, nil, true, true
	}
	boot, n, _ := strings.Cut(lastID, "-")
	seq, err := strconv.ParseInt(n, 10, 64)
	if err != nil || boot != h.boot || seq > h.seq || len(h.past) > 0 && seq < h.past[0].seq-1 || len(h.past) == 0 && seq < h.seq {
		return ch, nil, true, true
	}
	for _, e := range h.past {
		if e.seq > seq {
			missed = append(missed, e)
		}
	}
	return ch, missed, false, true
}

func (h *hub) leave(ch chan event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, ch)
	if len(h.clients) == 0 && h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// Close lets all go who listen to events, and lets nobody listen any more.
func (s *Server) Close() {
	h := s.events
	h.mu.Lock()
	defer h.mu.Unlock()
	h.shut = true
	for ch := range h.clients {
		delete(h.clients, ch)
		close(ch)
	}
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// watch asks the record for changes until nobody listens.
func (h *hub) watch(ctx context.Context) {
	t := time.NewTicker(h.every)
	defer t.Stop()
	for {
		h.look(ctx)
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
	}
}

// look tells what has changed since it looked last.
func (h *hub) look(ctx context.Context) {
	opt := &h.s.opt
	if opt.Changes == nil {
		return
	}
	n, err := opt.Changes(ctx)
	if err != nil || ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	same := n == h.last
	h.mu.Unlock()
	if same {
		return
	}
	var p *Progress
	if opt.Progress != nil {
		if p, err = opt.Progress(ctx); err != nil {
			opt.Log.Error("the progress of a run cannot be told", "error", err)
		}
	}
	st, err := h.s.desk.Status(ctx)
	if err != nil || ctx.Err() != nil {
		return
	}
	change, err := json.Marshal(Change{n, st})
	if err != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.last = n
	h.progress(p)
	h.tell("change", change)
}

// progress tells how far a run has come, and once that it has ended. Whoever
// calls it holds h.mu.
func (h *hub) progress(p *Progress) {
	var b []byte
	switch {
	case p != nil:
		b, _ = json.Marshal(p) // numbers, words and times
	case h.told != nil:
		var was Progress
		if json.Unmarshal(h.told, &was) == nil {
			was.State = "done"
			b, _ = json.Marshal(was)
		}
	}
	if b != nil && string(b) != string(h.told) {
		h.tell("progress", b)
	}
	h.told = b
	if p == nil {
		h.told = nil
	}
}

// tell sends an event to all. One who lags too far behind is let go: he comes
// back and is told what he missed. Whoever calls it holds h.mu.
func (h *hub) tell(name string, data []byte) {
	h.seq++
	e := event{h.seq, name, data}
	if h.past = append(h.past, e); len(h.past) > remembered {
		h.past = h.past[1:]
	}
	for ch := range h.clients {
		select {
		case ch <- e:
		default:
			delete(h.clients, ch)
			close(ch)
		}
	}
}

// ServeHTTP is the stream of one listener.
func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
		return
	}
	ch, missed, fresh, ok := h.join(r.Header.Get("Last-Event-ID"))
	if !ok {
		w.Header().Set("Retry-After", "10")
		problem(w, r, http.StatusServiceUnavailable, "too many listen already; come back later, or ask "+Prefix+"/status now and then")
		return
	}
	defer h.leave(ch)
	head := w.Header()
	head.Set("Content-Type", "text/event-stream; charset=utf-8")
	head.Set("Cache-Control", "no-store")
	head.Set("X-Accel-Buffering", "no")
	out := &stream{w: w, c: http.NewResponseController(w), boot: h.boot}
	out.c.SetReadDeadline(time.Time{}) // where the server allows it
	if fresh {
		st, err := h.s.desk.Status(r.Context())
		if err != nil {
			h.s.opt.Log.Error("the stream cannot begin", "error", err)
			problem(w, r, http.StatusInternalServerError, "the record could not be asked; try again")
			return
		}
		b, err := json.Marshal(st)
		if err != nil {
			return
		}
		h.mu.Lock()
		seq := h.seq
		h.mu.Unlock()
		out.event(event{seq, "status", b})
	}
	for _, e := range missed {
		out.event(e)
	}
	out.comment()
	keep := time.NewTicker(h.alive)
	defer keep.Stop()
	for out.err == nil {
		select {
		case <-r.Context().Done():
			return
		case e, on := <-ch:
			if !on {
				return
			}
			out.event(e)
		case <-keep.C:
			out.comment()
		}
	}
}

// stream writes events to one listener.
type stream struct {
	w    http.ResponseWriter
	c    *http.ResponseController
	boot string
	err  error
}

func (s *stream) event(e event) {
	s.write(fmt.Sprintf("id: %s-%d\nevent: %s\ndata: %s\n\n", s.boot, e.seq, e.name, e.data))
}

func (s *stream) comment() { s.write(": \n\n") }

func (s *stream) write(msg string) {
	if s.err != nil {
		return
	}
	s.c.SetWriteDeadline(time.Now().Add(writeTime + alive)) // where the server allows it
	if _, s.err = s.w.Write([]byte(msg)); s.err == nil {
		s.err = s.c.Flush()
	}
}

// listens puts the stream into the document; its requests never reach huma.
func (s *Server) listens() {
	schemas := s.huma.OpenAPI().Components.Schemas
	status := schemas.Schema(typeOf[answer.Status](), true, "")
	change, progress := schemas.Schema(typeOf[Change](), true, ""), schemas.Schema(typeOf[Progress](), true, "")
	s.huma.OpenAPI().AddOperation(&huma.Operation{OperationID: "listen", Method: http.MethodGet, Path: Prefix + eventsPath, Tags: []string{"live"},
		Summary: "Be told of changes",
		Description: "Server-sent events: status at the beginning (ask anew what you show), change whenever the record has changed, progress of a run that fills it. " +
			"The data of each is JSON. A comment comes every 15 seconds. Come back with Last-Event-ID to be told what you missed.",
		Parameters: []*huma.Param{{Name: "Last-Event-ID", In: "header", Description: "Id of the last event that was seen", Schema: &huma.Schema{Type: huma.TypeString}}},
		Responses: map[string]*huma.Response{
			"200": {Description: "The stream", Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: huma.TypeString,
				Description: "Lines id, event, data. The data of status, change and progress:", Extensions: map[string]any{"x-data": map[string]any{"status": status, "change": change, "progress": progress}}}}}},
			"503": {Description: "Too many listen already", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: &huma.Schema{Ref: "#/components/schemas/Problem"}}}},
		}})
}
