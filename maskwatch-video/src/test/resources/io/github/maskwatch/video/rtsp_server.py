"""A real RTSP camera for the tests: GStreamer's server with a moving ball at /ball, on two ports: one for everybody, one for joe
with the password s3cret. Usage: rtsp_server.py PORT (for everybody; 0: any). Prints both ports once it listens."""
import sys
import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

Gst.init(None)
PIPELINE = (
    "( videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=240,framerate=25/1"
    " ! x264enc tune=zerolatency key-int-max=25 ! rtph264pay name=pay0 pt=96 config-interval=1 )"
)


def factory():
    made = GstRtspServer.RTSPMediaFactory()
    made.set_launch(PIPELINE)
    made.set_shared(True)
    return made


def listen(port, made, auth=None):
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(port)
    if auth:
        server.set_auth(auth)
    server.get_mount_points().add_factory("/ball", made)
    server.attach(None)
    return server


auth = GstRtspServer.RTSPAuth()
token = GstRtspServer.RTSPToken()
token.set_string("media.factory.role", "user")
auth.add_basic(GstRtspServer.RTSPAuth.make_basic("joe", "s3cret"), token)
locked_factory = factory()
permissions = GstRtspServer.RTSPPermissions()
permissions.add_permission_for_role("user", "media.factory.access", True)
permissions.add_permission_for_role("user", "media.factory.construct", True)
locked_factory.set_permissions(permissions)
free = listen(sys.argv[1], factory())
locked = listen("0", locked_factory, auth)
print(free.get_bound_port(), locked.get_bound_port(), flush=True)
GLib.MainLoop().run()
