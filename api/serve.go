package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
)

// policy lets a page of documentation use our own style and nothing else.
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// ServeHTTP answers a request below Prefix.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if s.opt.Host != nil && !s.opt.Host(r.Host) {
		problem(w, r, http.StatusMisdirectedRequest, "mahdar answers only to the names of this machine (localhost, 127.0.0.1)")
		return
	}
	if err := http.NewCrossOriginProtection().Check(r); err != nil {
		problem(w, r, http.StatusForbidden, "the request comes from a page of another site; send it from a program, or from a page of mahdar")
		return
	}
	if r.URL.Path == Prefix+eventsPath && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
		s.events.ServeHTTP(w, r) // flows, and is not held
		return
	}
	a := &held{head: h, status: http.StatusOK}
	s.answer(a, r)
	a.send(w, r)
}

// answer lets the routes answer; what they leave to say is said as a problem.
func (s *Server) answer(a *held, r *http.Request) {
	defer func() {
		if p := recover(); p != nil {
			s.opt.Log.Error("an answer failed", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			a.body.Reset()
			problem(a, r, http.StatusInternalServerError, "the answer failed; look at what mahdar serve has printed")
		}
	}()
	s.mux.ServeHTTP(a, r)
	if !strings.HasPrefix(a.head.Get("Content-Type"), "text/plain") {
		return
	}
	switch a.status { // the words of net/http
	case http.StatusNotFound:
		a.body.Reset()
		problem(a, r, a.status, "there is nothing at this address; "+Prefix+"/docs has them all")
	case http.StatusMethodNotAllowed:
		a.body.Reset()
		problem(a, r, a.status, "this address is asked with "+a.head.Get("Allow"))
	}
}

// held is an answer that is kept until it is whole.
type held struct {
	head   http.Header
	status int
	body   bytes.Buffer
}

func (a *held) Header() http.Header { return a.head }

func (a *held) WriteHeader(status int) { a.status = status }

func (a *held) Write(b []byte) (int, error) { return a.body.Write(b) }

// send hands the answer on: with a tag by which a client that has it already
// is told so, and without its body to HEAD.
func (a *held) send(w http.ResponseWriter, r *http.Request) {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	if a.status == http.StatusOK && reads {
		sum := sha256.Sum256(a.body.Bytes())
		tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:15]) + `"`
		a.head.Set("ETag", tag)
		// To be kept by who asked and nobody between, and asked again each time.
		a.head.Set("Cache-Control", "private, no-cache")
		if matches(r.Header.Values("If-None-Match"), tag) {
			a.head.Del("Content-Type")
			a.head.Del("Content-Length")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	} else {
		a.head.Set("Cache-Control", "no-store")
	}
	a.head.Set("Content-Length", strconv.Itoa(a.body.Len()))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(a.body.Bytes()) // a client that has gone away needs no telling
	}
}

// matches reports whether one of the tags that a client has is this one, by
// weak comparison (RFC 9110, 13.1.2).
func matches(lines []string, tag string) bool {
	for _, line := range lines {
		for t := range strings.SplitSeq(line, ",") {
			if t = strings.TrimSpace(t); t == "*" || strings.TrimPrefix(t, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// problem answers with problem details.
func problem(w http.ResponseWriter, _ *http.Request, status int, detail string) {
	b, err := json.Marshal(map[string]any{"title": http.StatusText(status), "status": status, "detail": detail})
	if err != nil {
		panic(err) // strings and a number
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	w.Write(append(b, '\n'))
}
