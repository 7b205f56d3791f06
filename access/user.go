package access

import (
	"context"
	"fmt"
	"html/template"
)

// Role is what a user may do; each role may do what those before it may.
type Role int

// The roles.
const (
	Nobody      Role = iota // has not logged in
	Reader                  // reads everything
	Coder                   // decides on facts
	Adjudicator             // decides between coders
	Admin                   // sees users and the log
)

var roleNames = [...]string{"nobody", "reader", "coder", "adjudicator", "admin"}

func (r Role) String() string {
	if r < 0 || int(r) >= len(roleNames) {
		return "nobody"
	}
	return roleNames[r]
}

// Can reports whether r may do what needs need.
func (r Role) Can(need Role) bool { return r >= need }

// Roles lists the roles that a user can have.
func Roles() []Role { return []Role{Reader, Coder, Adjudicator, Admin} }

// ParseRole is the role of a name, as String gives it.
func ParseRole(name string) (Role, error) {
	for _, r := range Roles() {
		if r.String() == name {
			return r, nil
		}
	}
	return Nobody, fmt.Errorf("there is no role %q: the roles are reader, coder, adjudicator and admin", name)
}

// User is who asks.
type User struct {
	Name    string // signs decisions; "" is nobody
	Role    Role
	Local   bool // the one user of this machine, who has not logged in
	Program bool // came with a token instead of a session
}

// visitor is what a Guard knows of a request.
type visitor struct {
	User
	csrf string
	from string // address
	sess *Session
	did  *deed
}

type contextKey struct{}

func visitorOf(ctx context.Context) *visitor {
	if v, ok := ctx.Value(contextKey{}).(*visitor); ok {
		return v
	}
	return &visitor{}
}

// FromContext is who asks, as the Guard before found out; the zero User, whose
// role is Nobody, where nobody has logged in or no Guard stands before.
func FromContext(ctx context.Context) User { return visitorOf(ctx).User }

// Names of what carries a CSRF token: a field of a form, or a header where a
// script asks.
const (
	CSRFFieldName = "csrf"
	CSRFHeader    = "X-CSRF-Token"
)

// CSRFToken is what every form of this visitor's pages must send along as the
// field CSRFFieldName, or a script as the header CSRFHeader; "" without a Guard.
func CSRFToken(ctx context.Context) string { return visitorOf(ctx).csrf }

// CSRFField is the hidden field for a form; "" without a Guard.
func CSRFField(ctx context.Context) template.HTML {
	t := CSRFToken(ctx)
	if t == "" {
		return ""
	}
	return template.HTML(`<input type="hidden" name="` + CSRFFieldName + `" value="` + template.HTMLEscapeString(t) + `">`)
}

// deed is what the log is told of a request.
type deed struct{ detail string }

// Note tells the log more about the request under way: the fact decided on, the
// format exported. The Guard writes the line once the request is answered.
func Note(ctx context.Context, detail string) {
	if d := visitorOf(ctx).did; d != nil {
		d.detail = detail
	}
}

func withVisitor(ctx context.Context, v *visitor) context.Context {
	return context.WithValue(ctx, contextKey{}, v)
}
