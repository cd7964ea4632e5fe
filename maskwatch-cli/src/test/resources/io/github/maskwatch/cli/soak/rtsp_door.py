"""Real RTSP cameras for the soak: GStreamer's server shows a folder's pictures (000.jpg, 001.jpg, ...) over and over at /door, on one port
for each size. Usage: rtsp_door.py FOLDER PICTURES FRAMES_PER_SECOND SIZE... (such as 640x480). Prints the ports once it listens."""
import sys
import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

Gst.init(None)
folder, pictures, rate = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def listen(size):
    width, height = size.split("x")
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f'( multifilesrc location="{folder}/%03d.jpg" loop=true start-index=0 stop-index={pictures - 1}'
        f" caps=image/jpeg,framerate={rate}/1 ! jpegdec ! videoconvert ! videoscale"
        f" ! video/x-raw,format=I420,width={width},height={height}"
        " ! x264enc tune=zerolatency speed-preset=ultrafast threads=1 bitrate=1500 key-int-max=25"
        " ! rtph264pay name=pay0 pt=96 config-interval=1 )"
    )
    factory.set_shared(True)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    server.get_mount_points().add_factory("/door", factory)
    server.attach(None)
    return server


servers = [listen(size) for size in sys.argv[4:]]
print(*[server.get_bound_port() for server in servers], flush=True)
GLib.MainLoop().run()
