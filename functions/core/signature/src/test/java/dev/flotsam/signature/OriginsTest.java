package dev.flotsam.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.signature.SignableStack.AppCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private static final FrameLists LISTS = FrameLists.builtIn();
    private final Origins origins = new Origins(LISTS.systemModules(), LISTS.systemLibraries());

    private static SignableFrame frame(String image, String path) {
        return new SignableFrame(image, "", path, "f", "", 0, false, 1, SignableFrame.Naming.SURE);
    }

    private Origin origin(String image, String path) {
        return origins.of(
                new AppCode("org.example.feed", "Feed", "/App/Feed.app/Feed"), AppRules.NONE, frame(image, path));
    }

    @ParameterizedTest
    @CsvSource({
        "Feed, /private/var/containers/Bundle/Application/1/Feed.app/Feed, APP",
        "Feed, /var/mobile/Applications/1/Feed.app/Feed, APP",
        "Paging, /private/var/containers/Bundle/Application/1/Feed.app/Frameworks/Paging.framework/Paging, APP",
        "libpaging.dylib, /private/var/containers/Bundle/Application/1/Feed.app/Frameworks/libpaging.dylib, APP",
        "libswiftCore.dylib, /private/var/containers/Bundle/Application/1/Feed.app/Frameworks/libswiftCore.dylib, SYSTEM",
        "Share, /private/var/containers/Bundle/Application/1/Feed.app/PlugIns/Share.appex/Share, APP",
        "Feed, /Applications/Feed.app/Contents/MacOS/Feed, APP",
        "Paging, /Users/me/Build/Products/Debug/Paging.framework/Paging, APP",
        "UIKitCore, /System/Library/PrivateFrameworks/UIKitCore.framework/UIKitCore, SYSTEM",
        "libobjc.A.dylib, /usr/lib/libobjc.A.dylib, SYSTEM",
        "Mail, /System/Applications/Mail.app/Contents/MacOS/Mail, SYSTEM",
        "Unheard, /System/Library/PrivateFrameworks/Unheard.framework/Unheard, SYSTEM",
        "UIKit, /Applications/Xcode.app/Contents/Developer/Platforms/iPhoneSimulator.platform/UIKit, SYSTEM",
        "UIKit, /Users/me/Library/Sim/RuntimeRoot/System/Library/Frameworks/UIKit.framework/UIKit, SYSTEM",
        "Plugin, /Library/Audio/Plug-Ins/HAL/Plugin, UNKNOWN"
    })
    void pathsTellWhoseCodeAnImageIs(String image, String path, Origin expected) {
        assertThat(origin(image, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Feed, APP",
        "Feed.debug.dylib, APP",
        "UIKitCore, SYSTEM",
        "ColorSync, SYSTEM",
        "libsystem_kernel.dylib, SYSTEM",
        "libc.so.6, SYSTEM",
        "Paging, UNKNOWN"
    })
    void namesTellWhereThereIsNoPath(String image, Origin expected) {
        assertThat(origin(image, "")).isEqualTo(expected);
    }

    @Test
    void inADarwinStackAnUnlistedImageWithoutAPathIsTheApps() {
        AppCode app = new AppCode("", "", "");
        SignableStack stack = new SignableStack(
                BlamedStack.of(Reports.report().build()).cause(),
                app,
                List.of(frame("UIKitCore", ""), frame("Paging", ""), frame("", "")));

        assertThat(origins.of(stack, AppRules.NONE)).containsExactly(Origin.SYSTEM, Origin.APP, Origin.UNKNOWN);
        assertThat(origins.of(stack.withFrames(stack.frames().subList(1, 3)), AppRules.NONE))
                .containsExactly(Origin.UNKNOWN, Origin.UNKNOWN);
    }
}
