package io.github.maskwatch.cli.watch;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.LiveListener;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.overlay.Pictures;
import io.github.maskwatch.monitor.tell.Announcement;
import java.awt.AWTError;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The annotated picture in a window, as large as it fits. Closing it, q or Esc is a wish to stop. The newest picture wins: a slow
 * display skips some.
 */
public final class WatchWindow implements LiveListener, AutoCloseable {
    private static final double SHARE_OF_SCREEN = 0.85;
    private static final int SMALLEST_SIDE = 240;

    private final Runnable stop;
    private final Canvas canvas = new Canvas();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final JFrame frame;
    private boolean sized;

    /** On the event thread. */
    private WatchWindow(String title, Runnable stop) {
        this.stop = stop;
        frame = new JFrame(title);
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.setLayout(new BorderLayout());
        frame.add(canvas);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                leave();
            }
        });
        onKey(KeyEvent.VK_Q);
        onKey(KeyEvent.VK_ESCAPE);
    }

    /**
     * @param stop called on the event thread when the user wants to end the run
     * @throws IOException if the display cannot be used; one line that says so
     */
    public static WatchWindow open(String title, Runnable stop) throws IOException {
        WatchWindow[] opened = new WatchWindow[1];
        try {
            SwingUtilities.invokeAndWait(() -> opened[0] = new WatchWindow(title, stop));
        } catch (InvocationTargetException e) {
            throw unusable(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (AWTError | HeadlessException | LinkageError e) {
            throw unusable(e);
        }
        return opened[0];
    }

    private static IOException unusable(Throwable why) {
        String message = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return new IOException("the display cannot be used: " + message, why);
    }

    private void onKey(int key) {
        canvas.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key, 0), "leave");
        canvas.getActionMap().put("leave", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(java.awt.event.ActionEvent event) {
                leave();
            }
        });
    }

    private void leave() {
        closed.countDown();
        stop.run();
    }

    @Override
    public void frameDrawn(LiveFrame live) {
        show(live.drawn(), true);
    }

    @Override
    public void sourceChanged(SourceStatus status, Image still) {
        if (status.lost()) {
            show(still, false);
        }
    }

    /** Repaints asked for while one is under way become one, so nothing queues up. */
    private void show(Image picture, boolean fromSource) {
        BufferedImage buffered = Pictures.toBuffered(picture);
        canvas.picture = buffered;
        canvas.repaint();
        if (fromSource && !sized) {
            sized = true;
            SwingUtilities.invokeLater(() -> appear(buffered));
        }
    }

    /** As large as the picture, but no larger than the screen, both in the display's own units. */
    private void appear(BufferedImage picture) {
        Rectangle screen = frame.getGraphicsConfiguration().getBounds();
        double scale = Math.min(
                1,
                Math.min(
                        screen.width * SHARE_OF_SCREEN / picture.getWidth(),
                        screen.height * SHARE_OF_SCREEN / picture.getHeight()));
        canvas.setPreferredSize(new Dimension((int) Math.max(SMALLEST_SIDE, picture.getWidth() * scale), (int)
                Math.max(SMALLEST_SIDE, picture.getHeight() * scale)));
        frame.pack();
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
    }

    /** Shows a sentence over the picture for a while. From any thread. */
    public void tell(Announcement announcement, Duration shownFor) {
        SwingUtilities.invokeLater(() -> {
            canvas.said = announcement;
            canvas.repaint();
            Timer end = new Timer((int) shownFor.toMillis(), done -> canvas.unsay(announcement));
            end.setRepeats(false);
            end.start();
        });
    }

    /** Waits until the user closes the window: a single picture would be gone before anybody saw it. */
    public void awaitClosing() throws InterruptedException {
        closed.await();
    }

    /** Waits a moment, but no longer than the window is open. */
    public void pause(Duration moment) {
        try {
            closed.await(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #awaitClosing} and {@link #pause}. */
    public void letGo() {
        closed.countDown();
    }

    @Override
    public void close() {
        closed.countDown();
        SwingUtilities.invokeLater(frame::dispose);
    }

    /** The picture in the middle, scaled to fit. */
    private static final class Canvas extends JComponent {
        private static final long serialVersionUID = 1L;

        private transient volatile @Nullable BufferedImage picture;
        /** On the event thread only. */
        private transient @Nullable Announcement said;

        Canvas() {
            setOpaque(true);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, getWidth(), getHeight());
            BufferedImage shown = picture;
            if (shown == null) {
                return;
            }
            double scale = Math.min((double) getWidth() / shown.getWidth(), (double) getHeight() / shown.getHeight());
            int width = (int) Math.round(shown.getWidth() * scale);
            int height = (int) Math.round(shown.getHeight() * scale);
            Graphics2D g = (Graphics2D) graphics;
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(shown, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
            if (said != null) {
                SentenceBanner.paint(
                        g, new Rectangle((getWidth() - width) / 2, (getHeight() - height) / 2, width, height), said);
            }
        }

        /** Unless something else is said by now. */
        void unsay(Announcement announcement) {
            if (announcement.equals(said)) {
                said = null;
                repaint();
            }
        }
    }
}
