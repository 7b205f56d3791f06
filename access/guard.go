package access

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"html/template"
	"log/slog"
	"mime"
	"net/http"
	"strings"
	"time"
)

// Shell lays the look of the house around the body of a page and answers with
// it. The web gives its own; without one the Guard answers in plain text.
type Shell func(w http.ResponseWriter, r *http.Request, status int, lang, title string, body template.HTML) error

// Options say whom a Guard lets in.
type Options struct {
	// Accounts are who may come in; nil is one user, on this machine alone.
	Accounts *Accounts
	// LocalUser is the name of the one user where there are no accounts.
	LocalUser string
	// AnyHost answers whatever host a request names. Without it only the names
	// of this machine are answered, so that no page elsewhere can reach the
	// record through a name that it lets point here.
	AnyHost bool
	// Proxied believes the last address of X-Forwarded-For.
	Proxied bool
	// Secure says that browsers come by TLS, here or at the proxy.
	Secure bool
	// Rules is the table of who may do what; nil is Rules().
	Rules []Rule
	// Log is told of faults; nil is slog.Default.
	Log *slog.Logger
}

// Guard stands before everything that is served.
type Guard struct {
	opt     Options
	rules   *table
	csrf    string // of the one user
	shell   Shell
	door    *door
	origins *http.CrossOriginProtection
	pages   map[string]*template.Template // by language
	recheck time.Duration                 // how often it is asked whether an answer may flow on
}

// flowsUnasked is how long an answer may flow after the session has ended.
const flowsUnasked = 10 * time.Second

// New makes a Guard.
func New(opt Options) *Guard {
	if opt.Rules == nil {
		opt.Rules = Rules()
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	g := &Guard{opt: opt, rules: newTable(opt.Rules), csrf: rand.Text(), door: newDoor(time.Now), origins: http.NewCrossOriginProtection(), recheck: flowsUnasked}
	if opt.Accounts != nil {
		g.door = newDoor(opt.Accounts.now)
	}
	g.pages = parsePages()
	return g
}

// HasAccounts reports whether people log in.
func (g *Guard) HasAccounts() bool { return g.opt.Accounts != nil }

// Names of cookies, before the id of the accounts: cookies of two records on
// one host must not push each other out.
const (
	sessionCookie = "mahdar-"
	visitCookie   = "mahdar-visit-"
)

// cookieName is a cookie's name; the browser sends one that begins with
// __Host- only to the host that set it, and only by TLS.
func (g *Guard) cookieName(kind string) string {
	if g.opt.Secure {
		kind = "__Host-" + kind
	}
	return kind + g.opt.Accounts.id
}

// setCookie sets a cookie; one of age 0 is gone when the browser is closed, one
// of a negative age at once.
func (g *Guard) setCookie(w http.ResponseWriter, kind, value string, same http.SameSite, age time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: g.cookieName(kind), Value: value, Path: "/", HttpOnly: true, Secure: g.opt.Secure, SameSite: same, MaxAge: int(age / time.Second)})
}

// cookie is the secret in a cookie, "" where there is none that can be one.
func (g *Guard) cookie(r *http.Request, kind string) string {
	for _, c := range r.CookiesNamed(g.cookieName(kind)) {
		if plainSecret(c.Value) {
			return c.Value
		}
	}
	return ""
}

// csrfOf is the token of forms that belongs to a cookie's secret. Whoever knows
// it does not know the secret.
func csrfOf(secret string) string {
	m := hmac.New(sha256.New, []byte(secret))
	m.Write([]byte("mahdar csrf"))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil))
}

// Secure sets the headers that every answer has.
func SecureHeaders(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store") // assets say otherwise
}

// policy lets a page use what comes from its own host and nothing else: no
// inline script, no inline style, no frames, no forms to elsewhere.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// refusing is why a request is not let through.
type refusing struct {
	status int
	key    string // of words.tsv
	wait   time.Duration
}

// Wrap is next behind the Guard.
func (g *Guard) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		SecureHeaders(w.Header())
		if g.opt.Secure {
			w.Header().Set("Strict-Transport-Security", "max-age=15552000")
		}
		if no := g.reachable(r); no != nil {
			g.refuse(w, r, no)
			return
		}
		v, err := g.who(r)
		if err != nil {
			g.fault(w, r, err)
			return
		}
		v.did = &deed{}
		r = r.WithContext(withVisitor(r.Context(), v))
		defer func() { // the server would clean up after its own copy of the request only
			if r.MultipartForm != nil {
				r.MultipartForm.RemoveAll()
			}
		}()
		rule, no := g.may(w, r, v)
		if no != nil {
			g.refuse(w, r, no)
			return
		}
		if rule.Flows && g.opt.Accounts != nil {
			ctx, cancel := context.WithCancel(r.Context())
			defer cancel()
			go g.watch(ctx, cancel, r, rule.Need)
			r = r.WithContext(ctx)
		}
		if rule.Log == "" || g.opt.Accounts == nil {
			next.ServeHTTP(w, r)
			return
		}
		answer := &answered{ResponseWriter: w}
		next.ServeHTTP(answer, r)
		if answer.status() < 400 {
			g.note(r, v, rule.Log)
		}
	})
}

// watch ends an answer that flows once whoever asked for it has logged out, was locked
// out, or may no longer read.
func (g *Guard) watch(ctx context.Context, end context.CancelFunc, r *http.Request, need Role) {
	again := time.NewTicker(g.recheck)
	defer again.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		}
		role, err := g.roleNow(ctx, r)
		if err != nil && ctx.Err() == nil {
			g.opt.Log.Error("whether somebody may go on listening cannot be found out", "error", err)
		}
		if err != nil || !role.Can(need) {
			end()
			return
		}
	}
}

// roleNow is the role that the one who sent r has by now.
func (g *Guard) roleNow(ctx context.Context, r *http.Request) (Role, error) {
	if h := r.Header.Get("Authorization"); h != "" && forPrograms(r.URL.Path) {
		u, err := g.opt.Accounts.token(ctx, bearer(h))
		return u.Role, err
	}
	u, _, err := g.opt.Accounts.peek(ctx, g.cookie(r, sessionCookie))
	return u.Role, err
}

// note writes what was done into the log. It is done already, so that a line
// that cannot be written is told to the one who runs the program.
func (g *Guard) note(r *http.Request, v *visitor, what string) {
	detail := r.Method + " " + r.URL.EscapedPath()
	if v.did.detail != "" {
		detail = v.did.detail
	}
	if err := g.opt.Accounts.Log(context.WithoutCancel(r.Context()), Actor{v.Name, v.from}, what, detail); err != nil {
		g.opt.Log.Error("the log cannot be written", "what", what, "who", v.Name, "detail", detail, "error", err)
	}
}

// reachable refuses what cannot have come from where it should.
func (g *Guard) reachable(r *http.Request) *refusing {
	switch {
	case !g.opt.AnyHost && !Loopback(r.Host):
		return &refusing{status: http.StatusMisdirectedRequest, key: "not-this-host"}
	case !g.opt.Proxied && g.opt.Accounts == nil && forwarded(r):
		// Somebody lets others in by the back door.
		return &refusing{status: http.StatusMisdirectedRequest, key: "through-proxy"}
	}
	return nil
}

// forPrograms reports whether a path is one that programs ask, who do not
// follow a redirect to a form.
func forPrograms(path string) bool {
	return path == "/mcp" || strings.HasPrefix(path, "/mcp/") || strings.HasPrefix(path, "/api/")
}

// who finds out who asks.
func (g *Guard) who(r *http.Request) (*visitor, error) {
	v := &visitor{from: clientAddress(r, g.opt.Proxied)}
	if g.opt.Accounts == nil {
		v.User, v.csrf = User{Name: g.opt.LocalUser, Role: Admin, Local: true}, g.csrf
		return v, nil
	}
	var err error
	if h := r.Header.Get("Authorization"); h != "" && forPrograms(r.URL.Path) {
		v.User, err = g.opt.Accounts.token(r.Context(), bearer(h))
		return v, err // never falls back on a cookie
	}
	if s := g.cookie(r, sessionCookie); s != "" {
		if v.User, v.sess, err = g.opt.Accounts.session(r.Context(), s); err != nil {
			return nil, err
		}
		if v.sess != nil {
			v.csrf = csrfOf(s)
			return v, nil
		}
	}
	if s := g.cookie(r, visitCookie); s != "" {
		v.csrf = csrfOf(s)
	}
	return v, nil
}

// bearer is the token in an Authorization header, "" where there is none.
func bearer(h string) string {
	scheme, token, ok := strings.Cut(h, " ")
	if !ok || !strings.EqualFold(scheme, "bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// may looks the request up in the table and bounds its body.
func (g *Guard) may(w http.ResponseWriter, r *http.Request, v *visitor) (Rule, *refusing) {
	rule, ok := g.rules.of(r)
	switch {
	case !ok && v.Role == Nobody, ok && rule.Need > Nobody && v.Role == Nobody:
		return rule, &refusing{status: http.StatusUnauthorized, key: "log-in-first"}
	case !ok:
		return rule, &refusing{status: http.StatusForbidden, key: "not-allowed"}
	case !v.Role.Can(rule.Need):
		return rule, &refusing{status: http.StatusForbidden, key: "not-your-role"}
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return rule, nil
	}
	r.Body = http.MaxBytesReader(w, r.Body, rule.Body)
	return rule, g.ours(r, v)
}

// ours refuses what another page has made the browser send.
func (g *Guard) ours(r *http.Request, v *visitor) *refusing {
	if err := g.origins.Check(r); err != nil {
		return &refusing{status: http.StatusForbidden, key: "from-elsewhere"}
	}
	if forPrograms(r.URL.Path) {
		// No browser adds a token by itself; and without accounts a program of
		// this machine has nothing that it could bring along.
		if v.Program || v.Local && r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Origin") == "" {
			return nil
		}
	}
	token := r.Header.Get(CSRFHeader)
	if token == "" {
		var no *refusing
		if token, no = formToken(r); no != nil {
			return no
		}
	}
	if v.csrf == "" || subtle.ConstantTimeCompare([]byte(token), []byte(v.csrf)) != 1 {
		return &refusing{status: http.StatusForbidden, key: "stale-form"}
	}
	return nil
}

// formMemory is how much of a form with files is kept in memory; the rest goes
// into files of the system's, which are gone with the request.
const formMemory = 4 << 20

// formToken is the token that a form brings along.
func formToken(r *http.Request) (string, *refusing) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return "", nil
	}
	switch kind {
	case "application/x-www-form-urlencoded":
		err = r.ParseForm()
	case "multipart/form-data":
		err = r.ParseMultipartForm(formMemory)
	default:
		return "", nil
	}
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return "", &refusing{status: http.StatusRequestEntityTooLarge, key: "too-big"}
	case err != nil:
		return "", &refusing{status: http.StatusBadRequest, key: "bad-form"}
	}
	return r.PostForm.Get(CSRFFieldName), nil
}

// answered remembers the status of an answer.
type answered struct {
	http.ResponseWriter
	code int
}

func (a *answered) WriteHeader(code int) {
	if a.code == 0 && code >= 200 {
		a.code = code
	}
	a.ResponseWriter.WriteHeader(code)
}

func (a *answered) Write(b []byte) (int, error) {
	if a.code == 0 {
		a.code = http.StatusOK
	}
	return a.ResponseWriter.Write(b)
}

// Flush sends what is there, for answers that go on and on.
func (a *answered) Flush() {
	if f, ok := a.ResponseWriter.(http.Flusher); ok {
		f.Flush()
	}
}

// Unwrap lets http.ResponseController reach what is beneath.
func (a *answered) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a *answered) status() int { return max(a.code, http.StatusOK) }
