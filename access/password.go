package access

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// cost is what a hash takes to make.
type cost struct {
	memory uint32 // KiB
	passes uint32
	lanes  uint8
}

// today is the second choice of RFC 9106, section 4, for where 2 GiB a login
// are too much.
var today = cost{memory: 64 << 10, passes: 3, lanes: 4}

// Lengths of what is made, in bytes.
const (
	saltLength = 16
	hashLength = 32
)

// Bounds of a password, in letters and in bytes.
const (
	LeastPassword = 12
	mostPassword  = 1024
)

// hasher hashes passwords, few at a time: each takes 64 MiB.
type hasher struct {
	cost    cost
	turns   chan struct{}
	waiting atomic.Int32
}

// Bounds of logins at a time.
const (
	hashersAtOnce = 2
	hashersQueued = 24
)

func newHasher() *hasher { return &hasher{cost: today, turns: make(chan struct{}, hashersAtOnce)} }

// key derives a hash when its turn has come. It is ErrBusy where too many wait.
func (h *hasher) key(ctx context.Context, password string, salt []byte, c cost, length uint32) ([]byte, error) {
	if h.waiting.Add(1) > hashersQueued {
		h.waiting.Add(-1)
		return nil, ErrBusy
	}
	defer h.waiting.Add(-1)
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return argon2.IDKey([]byte(opaque(password)), salt, c.passes, c.memory, c.lanes, length), nil
}

// hash makes what is kept of a password.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltLength)
	rand.Read(salt)
	sum, err := h.key(ctx, password, salt, h.cost, hashLength)
	if err != nil {
		return "", err
	}
	return encoded(h.cost, salt, sum), nil
}

// decoy is a hash that no password has; to compare with it takes as long as
// with one that somebody has.
func (h *hasher) decoy() string {
	b := make([]byte, saltLength+hashLength)
	rand.Read(b)
	return encoded(h.cost, b[:saltLength], b[saltLength:])
}

// matches compares a password with what is kept of one. stale says that the
// costs have changed since, so that it should be hashed anew.
func (h *hasher) matches(ctx context.Context, password, kept string) (ok, stale bool, err error) {
	c, salt, sum, err := decoded(kept)
	if err != nil {
		return false, false, err
	}
	got, err := h.key(ctx, password, salt, c, uint32(len(sum)))
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(got, sum) == 1, c != h.cost || len(sum) != hashLength, nil
}

func encoded(c cost, salt, sum []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.passes, c.lanes, b.EncodeToString(salt), b.EncodeToString(sum))
}

var errHash = errors.New("what is kept of a password cannot be understood")

// decoded takes apart what encoded makes, within bounds: a file from elsewhere
// must not make the program take all memory.
func decoded(s string) (c cost, salt, sum []byte, err error) {
	p := strings.Split(s, "$")
	if len(p) != 6 || p[0] != "" || p[1] != "argon2id" || p[2] != "v="+strconv.Itoa(argon2.Version) {
		return c, nil, nil, errHash
	}
	f := strings.Split(p[3], ",")
	if len(f) != 3 {
		return c, nil, nil, errHash
	}
	var n [3]uint64
	for i, name := range [...]string{"m=", "t=", "p="} {
		v, ok := strings.CutPrefix(f[i], name)
		if n[i], err = strconv.ParseUint(v, 10, 32); !ok || err != nil {
			return c, nil, nil, errHash
		}
	}
	if n[2] < 1 || n[2] > 16 || n[1] < 1 || n[1] > 16 || n[0] < 8*n[2] || n[0] > 512<<10 {
		return c, nil, nil, errHash
	}
	b := base64.RawStdEncoding.Strict()
	salt, err1 := b.DecodeString(p[4])
	sum, err2 := b.DecodeString(p[5])
	if err1 != nil || err2 != nil || len(salt) < 8 || len(salt) > 64 || len(sum) < 16 || len(sum) > 64 {
		return c, nil, nil, errHash
	}
	return cost{uint32(n[0]), uint32(n[1]), uint8(n[2])}, salt, sum, nil
}

// opaque makes one string of the ways in which keyboards write the same
// password (RFC 8265, OpaqueString): every blank is a space, letters are composed.
func opaque(password string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, password))
}

// CheckPassword says what is wrong with a new password of the account name,
// nil where nothing is. Length is what counts; kinds of letters do not.
func CheckPassword(name, password string) error {
	p := opaque(password)
	if !utf8.ValidString(password) || strings.ContainsFunc(p, unicode.IsControl) {
		return errors.New("a password has no control characters")
	}
	letters := map[rune]bool{}
	for _, r := range p {
		letters[unicode.ToLower(r)] = true
	}
	switch n := utf8.RuneCountInString(p); {
	case n < LeastPassword:
		return fmt.Errorf("a password has %d letters or more; a few words that do not belong together are best", LeastPassword)
	case len(p) > mostPassword:
		return fmt.Errorf("a password has at most %d bytes", mostPassword)
	case len(letters) < 6:
		return errors.New("this password repeats a few letters and is guessed at once; take a few words that do not belong together")
	}
	rest := strings.ToLower(p)
	for _, w := range append([]string{strings.ToLower(name)}, guessed...) {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if utf8.RuneCountInString(rest) < LeastPassword/2 {
		return errors.New("this password is made of what is guessed first; take a few words that do not belong together")
	}
	return nil
}

// guessed are parts of passwords that are tried before all others.
var guessed = []string{"mahdar", "محضر", "password", "passw0rd", "كلمةالسر", "admin", "qwertyuiop", "qwerty", "asdfgh", "letmein", "welcome", "1234567890", "123456", "0123456789", "12345", "abcdef"}
