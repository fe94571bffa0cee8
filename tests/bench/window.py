# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts programs under Xvfb and measures them from outside: until the first picture, and the memory they hold."""
import ctypes, os, shutil, signal, subprocess, tempfile, time

WIDTH, HEIGHT = 1280, 900
COLOURS = 6  # of a picture that is more than an empty frame


class Screen:
    """An X server of its own, and what it shows."""

    def __enter__(self):
        self.home = tempfile.mkdtemp()
        reading, writing = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                                       pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        number = b""
        while not number.endswith(b"\n"):  # it comes in pieces
            number += os.read(reading, 32)
        os.close(reading)
        self.name = ":" + number.decode().strip()
        self.environment = dict(os.environ, DISPLAY=self.name, HOME=self.home, XDG_CONFIG_HOME=self.home, QT_QPA_PLATFORM="xcb")
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = self.x.XGetImage.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(self.name.encode()))
        if not self.display:
            raise RuntimeError(f"the X server {self.name} does not answer")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        return self

    def __exit__(self, *_):
        self.x.XCloseDisplay(self.display)
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def colours(self):
        image = self.x.XGetImage(self.display, self.root, 0, 0, WIDTH, HEIGHT, ctypes.c_ulong(0xFFFFFF), 2)
        # struct XImage: width, height, xoffset, format (4 ints), data, ...
        data = ctypes.cast(image + 16, ctypes.POINTER(ctypes.c_void_p))[0]
        pixels = memoryview((ctypes.c_uint32 * (WIDTH * HEIGHT)).from_address(data)).cast("B").cast("I")
        found = len(set(pixels[::37].tolist()))
        self.x.XDestroyImage(ctypes.c_void_p(image))
        return found

    def start(self, command):
        """The process and the seconds from its start to its first picture."""
        begin = time.perf_counter()
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        while self.colours() < COLOURS:
            if process.poll() is not None or time.perf_counter() - begin > 60:
                raise RuntimeError(f"{command[0]} showed no window")
            time.sleep(0.002)
        return process, time.perf_counter() - begin

    def type(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, capture_output=True)


def stop(process):
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def memory(process):
    """Megabytes of the process, with its share of what it shares (PSS)."""
    with open(f"/proc/{process.pid}/smaps_rollup") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
