package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"mahdar/intake"
	"mahdar/text"
)

// Options bounds a client. The zero value is the default of every field.
type Options struct {
	// AllowPrivate lets addresses of the inside be fetched: loopback, private
	// networks, link-local and other addresses that are not on the public Internet.
	AllowPrivate bool
	// Timeout is the longest that one answer may take, all redirects and its
	// whole body. Default 30 seconds.
	Timeout time.Duration
	// MaxBody is the most bytes of an answer, unpacked. Default 16 MiB.
	MaxBody int64
	// MaxRatio is the most that a packed answer may grow, once 1 MiB has come out
	// of it. Default 100.
	MaxRatio int64
	// MaxRedirects is the most redirects that are followed. Default 5.
	MaxRedirects int
	// Delay is the least time between two requests to one host. Default one second.
	Delay time.Duration
	// Agent is the name that servers and their robots.txt know the program by.
	// Default "mahdar".
	Agent string
}

func (o Options) withDefaults() Options {
	if o.Timeout <= 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxBody <= 0 {
		o.MaxBody = 16 << 20
	}
	if o.MaxRatio <= 0 {
		o.MaxRatio = 100
	}
	if o.MaxRedirects <= 0 {
		o.MaxRedirects = 5
	}
	if o.Delay <= 0 {
		o.Delay = time.Second
	}
	if o.Agent == "" {
		o.Agent = "mahdar"
	}
	return o
}

// Client fetches. It is safe for several goroutines.
type Client struct {
	opt    Options
	http   *http.Client
	robots *robotsCache
	open   func(netip.Addr) bool // which addresses may be connected to

	mu   sync.Mutex
	next map[string]time.Time // by host: when it may be asked again
}

// New makes a client.
func New(opt Options) *Client {
	c := &Client{opt: opt.withDefaults(), next: map[string]time.Time{}, robots: &robotsCache{}, open: public}
	if c.opt.AllowPrivate {
		c.open = func(netip.Addr) bool { return true }
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: c.control}
	c.http = &http.Client{
		CheckRedirect: c.redirect,
		Transport: &http.Transport{
			Proxy: nil, DialContext: dialer.DialContext, DisableCompression: true, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: c.opt.Timeout, MaxResponseHeaderBytes: 64 << 10,
			MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second,
		},
	}
	return c
}

// Answer is what a server answered.
type Answer struct {
	URL          string // after redirects
	NotModified  bool   // the conditions of the request hold: nothing new
	ContentType  string
	Body         []byte
	ETag         string
	LastModified string
	Retrieved    time.Time
}

// Conditions make a request conditional on what an earlier answer said.
type Conditions struct{ ETag, LastModified string }

// Error is a request that failed. It is a refusal of package intake with what a
// watcher needs besides.
type Error struct {
	intake.Refusal
	Status     int           // of the answer, 0 where none came
	RetryAfter time.Duration // what the server asks for, 0 where it asks for nothing
}

// Unwrap is the refusal.
func (e *Error) Unwrap() error { return &e.Refusal }

func fail(address string, why intake.Reason, advice, format string, args ...any) *Error {
	return &Error{Refusal: intake.Refusal{Path: address, Reason: why, What: fmt.Sprintf(format, args...), Advice: advice}}
}

// Get fetches an address. It waits its turn at the host. Its errors are *Error
// or that of ctx.
func (c *Client) Get(ctx context.Context, address string, cond Conditions) (*Answer, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil, fail(address, intake.Unsafe, "give a full address: https://…", "is no web address")
	}
	if bad := checkURL(u); bad != "" {
		return nil, fail(address, intake.Unsafe, "", "%s", bad)
	}
	if err := c.turn(ctx, u.Host); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fail(address, intake.Unsafe, "", "is no web address (%v)", err)
	}
	req.Header.Set("User-Agent", c.opt.Agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Language", "ar,*;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip")
	if cond.ETag != "" {
		req.Header.Set("If-None-Match", cond.ETag)
	}
	if cond.LastModified != "" {
		req.Header.Set("If-Modified-Since", cond.LastModified)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, c.explain(address, err)
	}
	defer resp.Body.Close()
	return c.answer(address, resp)
}

// answer reads what came.
func (c *Client) answer(address string, resp *http.Response) (*Answer, error) {
	a := &Answer{URL: resp.Request.URL.String(), ContentType: resp.Header.Get("Content-Type"), ETag: resp.Header.Get("ETag"),
		LastModified: resp.Header.Get("Last-Modified"), Retrieved: time.Now().UTC().Truncate(time.Second)}
	switch {
	case resp.StatusCode == http.StatusNotModified:
		a.NotModified = true
		return a, nil
	case resp.StatusCode != http.StatusOK:
		e := fail(address, intake.HTTPStatus, "look at it in a browser", "was answered with %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
		e.Status, e.RetryAfter = resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"), a.Retrieved)
		return nil, e
	case resp.ContentLength > c.opt.MaxBody:
		return nil, c.tooLarge(address)
	}
	body, err := c.body(address, resp)
	if err != nil {
		return nil, err
	}
	a.Body = body
	return a, nil
}

func (c *Client) tooLarge(address string) *Error {
	return fail(address, intake.TooLarge, "raise --max-article if you want it", "is larger than the %d MB that an answer may have", c.opt.MaxBody>>20)
}

// body reads and unpacks the body within its limits.
func (c *Client) body(address string, resp *http.Response) ([]byte, error) {
	packed := &counting{r: resp.Body}
	var r io.Reader = packed
	zipped := false
	switch enc := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); enc {
	case "", "identity":
	case "gzip", "x-gzip":
		gz, err := gzip.NewReader(packed)
		if err != nil {
			return nil, c.explain(address, fmt.Errorf("is not the gzip it says (%w)", err))
		}
		r, zipped = gz, true
	default:
		return nil, fail(address, intake.Unsupported, "", "comes in the encoding %.20q that was not asked for", enc)
	}
	var b bytes.Buffer
	for {
		n, err := io.CopyN(&b, r, 64<<10)
		switch {
		case int64(b.Len()) > c.opt.MaxBody:
			return nil, c.tooLarge(address)
		case zipped && b.Len() > 1<<20 && int64(b.Len()) > c.opt.MaxRatio*max(packed.n, 1):
			return nil, fail(address, intake.Bomb, "raise --max-ratio if you trust it", "unpacks to more than %d times its size", c.opt.MaxRatio)
		case err == io.EOF:
			return b.Bytes(), nil
		case err != nil:
			return nil, c.explain(address, err)
		case n == 0:
			return b.Bytes(), nil
		}
	}
}

// counting counts the bytes read through it.
type counting struct {
	r io.Reader
	n int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// explain words an error of the network.
func (c *Client) explain(address string, err error) error {
	var own *Error
	var dns *net.DNSError
	switch {
	case errors.As(err, &own):
		own.Path = address
		return own
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		return fail(address, intake.Network, "try later or raise --timeout", "did not answer within %s", c.opt.Timeout)
	case errors.As(err, &dns):
		return fail(address, intake.Network, "check the address", "names a host that is not known (%s)", dns.Name)
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	e := fail(address, intake.Network, "try later", "cannot be fetched (%v)", err)
	e.Err = err
	return e
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}

// redirect is called before each redirect is followed; the dialer checks where
// it leads.
func (c *Client) redirect(req *http.Request, via []*http.Request) error {
	if len(via) > c.opt.MaxRedirects {
		return fail("", intake.Network, "", "redirects more than %d times", c.opt.MaxRedirects)
	}
	if bad := checkURL(req.URL); bad != "" {
		return fail("", intake.Unsafe, "", "redirects to an address that %s", bad)
	}
	req.Header.Del("Referer")
	return nil
}

// turn waits until host may be asked again.
func (c *Client) turn(ctx context.Context, host string) error {
	c.mu.Lock()
	now := time.Now()
	at := c.next[host]
	if at.Before(now) {
		at = now
	}
	if len(c.next) > 10_000 { // forget hosts whose time has passed
		for h, t := range c.next {
			if t.Before(now) {
				delete(c.next, h)
			}
		}
	}
	c.next[host] = at.Add(c.opt.Delay)
	c.mu.Unlock()
	return sleep(ctx, at.Sub(now))
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// retryAfter reads the header of that name: seconds or a date; at most a day.
func retryAfter(v string, now time.Time) time.Duration {
	d := time.Duration(0)
	if n, err := strconv.Atoi(strings.TrimSpace(v)); err == nil {
		d = time.Duration(min(max(n, 0), 86400)) * time.Second
	} else if t, err := http.ParseTime(v); err == nil {
		d = t.Sub(now)
	}
	return min(max(d, 0), 24*time.Hour)
}

// Article fetches an address and hands on the article there (the articles,
// where it is a feed or an archive). What is refused stands in the report; the
// error is that of fn or ctx.
func (c *Client) Article(ctx context.Context, address string, opt intake.Options, fn func(*text.Document) error) (intake.Report, error) {
	a, err := c.Get(ctx, address, Conditions{})
	if err != nil {
		return refusedReport(address, err, opt)
	}
	return a.Read(ctx, address, text.Source{}, opt, fn)
}

// Read hands on the articles of an answer. src is what is known of them, its
// Path the address that was asked for.
func (a *Answer) Read(ctx context.Context, address string, src text.Source, opt intake.Options, fn func(*text.Document) error) (intake.Report, error) {
	src.Path, src.URL, src.Retrieved = address, a.URL, a.Retrieved
	name := ""
	if u, err := url.Parse(a.URL); err == nil {
		name = path.Base(u.Path)
	}
	return intake.One(ctx, name, a.ContentType, a.Body, src, opt, fn)
}

// refusedReport is the report of an address that could not be fetched.
func refusedReport(address string, err error, opt intake.Options) (intake.Report, error) {
	rep := intake.Report{Refused: map[intake.Reason]int{}, Skipped: map[intake.Reason]int{}}
	var e *Error
	if !errors.As(err, &e) {
		return rep, err
	}
	r := e.Refusal
	r.Path = address
	rep.Refused[r.Reason]++
	rep.Refusals = append(rep.Refusals, &r)
	if opt.Refused != nil {
		opt.Refused(&r)
	}
	return rep, nil
}
