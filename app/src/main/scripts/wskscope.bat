@echo off
rem Starts WskScope. JAVA_HOME chooses the Java, JAVA_OPTS adds options for it; WSKSCOPE_ARCHIVE=off uses no class archive.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0.."

if not defined JAVA_HOME goto fromPath
set "JAVA_DIR=%JAVA_HOME:"=%\bin"
set "JAVA_EXE=%JAVA_DIR%\java.exe"
set "JAVAW_EXE=%JAVA_DIR%\javaw.exe"
if exist "%JAVA_EXE%" goto version
goto wrongHome

:fromPath
set "JAVA_EXE=java.exe"
set "JAVAW_EXE=javaw.exe"
where /q java.exe && goto version
echo wskscope: no Java found. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 1

:version
rem Another cmd runs what stands between the apostrophes, and takes away its first and last quote. Those are escaped here, so that the quotes of the path protect it here as well.
set "JAVA_MAJOR="
for /f "tokens=3" %%v in ('^""%JAVA_EXE%" -version 2^>^&1 ^| findstr /c:" version "^"') do for /f "delims=.-+ tokens=1" %%m in ("%%~v") do if not defined JAVA_MAJOR set "JAVA_MAJOR=%%m"
if not defined JAVA_MAJOR goto noVersion
if %JAVA_MAJOR% LSS 17 goto tooOld

rem Options that older Javas would refuse to start with.
set "FLAGS="
if %JAVA_MAJOR% GEQ 23 set "FLAGS=--enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if "%~1"=="" goto window
"%JAVA_EXE%" %FLAGS% %JAVA_OPTS% --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls -cp "%HOME_DIR%\lib\*" org.wskscope.app.Main %*
exit /b %ERRORLEVEL%

:window
if not exist "%HOME_DIR%\lib\javafx\javafx-graphics-*-win.jar" goto wrongSystem
rem The window is used at once: machine code is made quickly first, and made well of what runs often.
set "TUNED=-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:NewSize=96m -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
rem Classes as they lie in memory, put into the folder by the build for its Java; with another, or in another place, Java starts as it always does.
if "%WSKSCOPE_ARCHIVE%"=="off" goto unshared
if exist "%HOME_DIR%\archive\window.jsa" goto shared
:unshared
rem Nothing to print: the console need not wait, and one that a double click opened goes.
start "" "%JAVAW_EXE%" %FLAGS% %TUNED% %JAVA_OPTS% --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls -cp "%HOME_DIR%\lib\*" org.wskscope.app.Main
exit /b %ERRORLEVEL%

:shared
start "" "%JAVAW_EXE%" %FLAGS% %TUNED% -Xshare:auto -Xlog:cds*=off "-XX:SharedArchiveFile=%HOME_DIR%\archive\window.jsa" %JAVA_OPTS% --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls -cp "%HOME_DIR%\lib\*" org.wskscope.app.Main
exit /b %ERRORLEVEL%

rem A path may hold any sign that cmd knows; what stands between exclamation marks is not looked at again.
:wrongHome
setlocal EnableDelayedExpansion
echo wskscope: JAVA_HOME is '!JAVA_HOME!', but there is no bin\java.exe in it. Set it to a JDK or JRE 17 or newer, or unset it. 1>&2
exit /b 1

:noVersion
setlocal EnableDelayedExpansion
echo wskscope: '!JAVA_EXE! -version' did not name a version. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 1

:tooOld
setlocal EnableDelayedExpansion
echo wskscope: Java 17 or newer is needed; '!JAVA_EXE!' is older. Install one, or set JAVA_HOME to it. 1>&2
exit /b 1

:wrongSystem
echo wskscope: this folder holds WskScope for another system; its commands work, its window does not. Take the one for Windows. 1>&2
exit /b 1
