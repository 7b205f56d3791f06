package mcp

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"time"
)

// unhurried holds the end of the input back until all that was asked is
// answered: the protocol's library gives up what is under way when the input
// ends, and a file of questions ends at once.
type unhurried struct {
	mu   sync.Mutex
	open map[string]bool // ids of questions without an answer
	free chan struct{}   // closed when there are none
}

// longestMessage is how many bytes a message of a client may have.
const longestMessage = 1 << 20

// patience is how long answers are waited for after the end of the input.
const patience = 30 * time.Second

// pair makes a pair of streams to serve on out of those of the client.
func pair(in io.ReadCloser, out io.WriteCloser) (io.ReadCloser, io.WriteCloser) {
	u := &unhurried{open: map[string]bool{}, free: make(chan struct{})}
	close(u.free)
	r, w := io.Pipe()
	go u.pass(in, w)
	return both{r, in}, answering{out, u}
}

// pass hands lines on and notes what they ask.
func (u *unhurried) pass(in io.Reader, to *io.PipeWriter) {
	lines := bufio.NewReaderSize(in, longestMessage)
	for {
		line, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			to.CloseWithError(errors.New("a message of more than a megabyte"))
			return
		}
		if id, asks := message(line); asks && id != "" {
			u.asked(id)
		}
		if len(line) > 0 {
			if _, err := to.Write(line); err != nil {
				return
			}
		}
		if err == nil {
			continue
		}
		u.mu.Lock()
		free := u.free
		u.mu.Unlock()
		select {
		case <-free:
		case <-time.After(patience):
		}
		to.CloseWithError(err)
		return
	}
}

func (u *unhurried) asked(id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if len(u.open) == 0 {
		u.free = make(chan struct{})
	}
	u.open[id] = true
}

func (u *unhurried) answered(id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if !u.open[id] {
		return
	}
	delete(u.open, id)
	if len(u.open) == 0 {
		close(u.free)
	}
}

// message is the id of a message, and whether it asks something.
func message(line []byte) (id string, asks bool) {
	var m struct {
		ID     json.RawMessage
		Method string
	}
	if json.Unmarshal(line, &m) != nil {
		return "", false
	}
	return string(m.ID), m.Method != ""
}

// both reads from a pipe and closes what feeds it, too.
type both struct {
	*io.PipeReader
	in io.Closer
}

func (b both) Close() error {
	b.PipeReader.Close()
	return b.in.Close()
}

// answering writes messages, one a call, and notes what they answer.
type answering struct {
	io.WriteCloser
	u *unhurried
}

func (a answering) Write(b []byte) (int, error) {
	n, err := a.WriteCloser.Write(b)
	if id, asks := message(b); !asks && id != "" {
		a.u.answered(id)
	}
	return n, err
}
