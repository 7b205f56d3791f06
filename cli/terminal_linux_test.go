package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/sys/unix"
)

// onTerminal: «terminal mahdar …» runs a command with its output on a terminal
// of 80 columns; what it printed there is then the script's stdout.
func onTerminal(ts *testscript.TestScript, neg bool, args []string) {
	program, err := exec.LookPath(args[0])
	ts.Check(err)
	master, slave, err := openTerminal()
	ts.Check(err)
	defer master.Close()
	cmd := exec.Command(program, args[1:]...)
	cmd.Dir = ts.Getenv("WORK")
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8", "LC_ALL=", "NO_COLOR="+ts.Getenv("NO_COLOR"), "TERM=xterm")
	cmd.Stdout, cmd.Stderr = slave, slave
	ts.Check(cmd.Start())
	slave.Close()
	out, _ := io.ReadAll(master) // a terminal whose other side is gone ends with an error
	err = cmd.Wait()
	fmt.Fprint(ts.Stdout(), string(out))
	if (err != nil) != neg {
		ts.Fatalf("%v: %v", args, err)
	}
}

// openTerminal opens both sides of a pseudo-terminal.
func openTerminal() (master, slave *os.File, err error) {
	master, err = os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		return nil, nil, err
	}
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		master.Close()
		return nil, nil, err
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80})
	}
	if err == nil {
		slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	}
	if err != nil {
		master.Close()
		return nil, nil, err
	}
	return master, slave, nil
}
