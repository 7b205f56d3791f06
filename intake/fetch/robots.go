package fetch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// robotsCache keeps the rules of hosts for a day.
type robotsCache struct {
	mu    sync.Mutex
	rules map[string]*robots
}

// robots is what one host's robots.txt says to this program (RFC 9309).
type robots struct {
	rules []rule
	delay time.Duration
	until time.Time
}

type rule struct {
	pattern string
	allow   bool
}

// Allowed reports whether robots.txt of the address's host lets it be fetched.
// Where the file does not exist everything is allowed; where the host cannot
// give it at the moment nothing is, as RFC 9309 has it. The error is that of ctx.
func (c *Client) Allowed(ctx context.Context, address string) (bool, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false, nil
	}
	host := u.Scheme + "://" + u.Host
	c.robots.mu.Lock()
	r := c.robots.rules[host]
	c.robots.mu.Unlock()
	if r == nil || time.Now().After(r.until) {
		if r, err = c.fetchRobots(ctx, host); err != nil {
			return false, err
		}
		c.robots.mu.Lock()
		if c.robots.rules == nil || len(c.robots.rules) > 10_000 {
			c.robots.rules = map[string]*robots{}
		}
		c.robots.rules[host] = r
		c.robots.mu.Unlock()
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return r.allows(path), nil
}

func (c *Client) fetchRobots(ctx context.Context, host string) (*robots, error) {
	a, err := c.Get(ctx, host+"/robots.txt", Conditions{})
	if cause := ctx.Err(); cause != nil {
		return nil, cause
	}
	var e *Error
	switch {
	case err == nil:
		r := parseRobots(a.Body, c.opt.Agent)
		r.until = time.Now().Add(24 * time.Hour)
		if r.delay > c.opt.Delay {
			c.slow(host, r.delay)
		}
		return r, nil
	case errors.As(err, &e) && e.Status >= 400 && e.Status < 500 && e.Status != 429:
		return &robots{until: time.Now().Add(24 * time.Hour)}, nil
	}
	return &robots{rules: []rule{{"/", false}}, until: time.Now().Add(10 * time.Minute)}, nil
}

// slow puts off the next request to a host that asks for more time.
func (c *Client) slow(host string, delay time.Duration) {
	u, err := url.Parse(host)
	if err != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := time.Now().Add(delay); at.After(c.next[u.Host]) {
		c.next[u.Host] = at
	}
}

// mostRobots is how many bytes of robots.txt are read, as RFC 9309 allows.
const mostRobots = 500 << 10

// parseRobots reads the group for agent, or that for all.
func parseRobots(body []byte, agent string) *robots {
	body = body[:min(len(body), mostRobots)]
	agent = strings.ToLower(agent)
	var own, all robots
	var to []*robots // the groups that the lines in hand belong to
	named, ownSeen := false, false
	sc := bufio.NewScanner(bytes.NewReader(body))
	sc.Buffer(make([]byte, 4096), 64<<10)
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "user-agent":
			if !named {
				to = nil
			}
			named = true
			switch name := strings.ToLower(value); {
			case name == "*":
				to = append(to, &all)
			case name != "" && strings.HasPrefix(agent, name):
				to = append(to, &own)
				ownSeen = true
			}
			continue
		case "allow", "disallow":
			if value != "" {
				for _, r := range to {
					r.rules = append(r.rules, rule{value, strings.EqualFold(strings.TrimSpace(key), "allow")})
				}
			}
		case "crawl-delay":
			if n, err := strconv.ParseFloat(value, 64); err == nil && n > 0 && n < 600 {
				for _, r := range to {
					r.delay = time.Duration(n * float64(time.Second))
				}
			}
		}
		named = false
	}
	if ownSeen {
		return &own
	}
	return &all
}

// allows reports whether the longest rule that matches path allows it.
func (r *robots) allows(path string) bool {
	best, allow := -1, true
	for _, ru := range r.rules {
		if len(ru.pattern) < best || !matches(ru.pattern, path) {
			continue
		}
		if len(ru.pattern) > best || ru.allow {
			best, allow = len(ru.pattern), ru.allow
		}
	}
	return allow
}

// matches reports whether path begins as pattern says: * stands for anything, a
// final $ for the end.
func matches(pattern, path string) bool {
	end := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	at := len(parts[0])
	for i, p := range parts[1:] {
		if end && i == len(parts)-2 {
			return len(path)-len(p) >= at && strings.HasSuffix(path, p)
		}
		j := strings.Index(path[at:], p)
		if j < 0 {
			return false
		}
		at += j + len(p)
	}
	return !end || at == len(path)
}
