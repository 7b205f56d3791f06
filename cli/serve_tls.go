package cli

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// certificate is a certificate in files that are renewed now and then, while
// the program runs.
type certificate struct {
	cert, key string

	mu     sync.Mutex
	pair   *tls.Certificate
	as     [2]time.Time // when the files were written
	looked time.Time
}

// tlsConfig serves the certificate in a pair of files.
func tlsConfig(cert, key string) (*tls.Config, error) {
	c := &certificate{cert: cert, key: key}
	if err := c.load(); err != nil {
		return nil, fmt.Errorf("the certificate %s and its key %s cannot be used (%w); give both as PEM", cert, key, err)
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}, nil
}

func (c *certificate) load() error {
	pair, err := tls.LoadX509KeyPair(c.cert, c.key)
	if err == nil {
		c.pair, c.as, c.looked = &pair, c.written(), time.Now()
	}
	return err
}

func (c *certificate) written() (at [2]time.Time) {
	for i, p := range [...]string{c.cert, c.key} {
		if fi, err := os.Stat(p); err == nil {
			at[i] = fi.ModTime()
		}
	}
	return at
}

// get looks once a minute whether the files have changed. New files that cannot
// be used yet (one written, the other not) leave the old ones in use.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.looked) > time.Minute {
		c.looked = time.Now()
		if c.written() != c.as {
			_ = c.load()
		}
	}
	return c.pair, nil
}

// withoutHandshakes leaves out that strangers did not get as far as TLS, which
// anybody can make happen as often as he likes.
type withoutHandshakes struct{ io.Writer }

func (w withoutHandshakes) Write(line []byte) (int, error) {
	if bytes.Contains(line, []byte("TLS handshake error")) {
		return len(line), nil
	}
	return w.Writer.Write(line)
}
